import { ApplicationModule } from '@cadre/application';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ServeStaticModule } from '@nestjs/serve-static';
import helmet from 'helmet';
import { fileURLToPath } from 'node:url';
import { type Cadre } from '@cadre/embedded';
import { HttpModule } from './http/http.module.js';
import { readsOf } from './reads-of.js';
import { CannotStart, type Settings } from './settings.js';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));

/** The API under /api and the web page beside it. */
@Module({})
export class ServerModule {
  static with(cadre: Cadre): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        ApplicationModule.with(cadre.application),
        HttpModule.with(readsOf(cadre), cadre.environment.clock),
        ServeStaticModule.forRoot({ rootPath: WEB, exclude: ['/api/{*rest}'] }),
      ],
    };
  }
}

/** Starts serving; resolves once the address answers. @throws CannotStart when the port is taken. */
export async function serve(cadre: Cadre, { host, port }: Settings): Promise<{ url: string; close(): Promise<void> }> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.with(cadre), {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  HttpModule.prepare(app);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null },
      },
    }),
  );
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw new CannotStart(sentenceOf(error as NodeJS.ErrnoException, host, port));
  }
  return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close: () => app.close() };
}

function sentenceOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; stop it or start with another PORT.`;
  return `Cannot listen on ${host}:${port}: ${error.message}.`;
}
