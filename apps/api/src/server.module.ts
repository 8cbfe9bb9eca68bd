import { ApplicationModule } from '@cadre/application';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ServeStaticModule } from '@nestjs/serve-static';
import compression from 'compression';
import { type Request, type Response } from 'express';
import helmet from 'helmet';
import { once } from 'node:events';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Cadre, CannotStart, type Settings } from '@cadre/composition';
import { DEFAULT_RECRUITMENT_TARGETS, type RecruitmentTargets } from '@cadre/read-models';
import { HttpModule } from './http/http.module.js';
import { loopbackOnly } from './http/loopback-only.js';
import { previewsOf } from './previews-of.js';
import { readsOf } from './reads-of.js';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));

/** The page loads, asks and sends nothing but to where it came from. Its parts style themselves, which needs inline styles. */
const PAGE_MAY = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'script-src-attr': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** The API under /api and the web page beside it. */
@Module({})
export class ServerModule {
  static with(cadre: Cadre, targets: RecruitmentTargets): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        ApplicationModule.with(cadre.application),
        HttpModule.with(readsOf(cadre, targets), previewsOf(cadre), cadre.environment.clock),
        ServeStaticModule.forRoot({ rootPath: WEB, exclude: ['/api/{*rest}'] }),
      ],
    };
  }
}

type Serving = Pick<Settings, 'host' | 'port' | 'isContained'> & Partial<Pick<Settings, 'recruitmentTargets'>>;

/** Starts serving; resolves once the address answers. @throws CannotStart when the port is taken. */
export async function serve(
  cadre: Cadre,
  { host, port, isContained, recruitmentTargets = DEFAULT_RECRUITMENT_TARGETS }: Serving,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.with(cadre, recruitmentTargets), {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true, // a browser left open must not hold up a stop
  });
  if (!isContained) app.use(loopbackOnly);
  HttpModule.prepare(app);
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: PAGE_MAY } }));
  app.use(compression({ filter: isWorthIt }));
  await app.init();
  const server: Server = app.getHttpServer();
  try {
    // Not app.listen: it writes a failure to the log before anyone can put it in words.
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await app.close();
    throw new CannotStart(sentenceOf(error as NodeJS.ErrnoException, host, port));
  }
  const address = server.address() as AddressInfo;
  return { url: `http://${host}:${address.port}`, close: () => app.close() };
}

/** What is sent bit by bit must not be held back until there is enough to compress. */
function isWorthIt(request: Request, response: Response): boolean {
  const kind = String(response.getHeader('content-type'));
  return !kind.startsWith('text/event-stream') && compression.filter(request, response);
}

function sentenceOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; stop it or start with another PORT.`;
  return `Cannot listen on ${host}:${port}: ${error.message}.`;
}
