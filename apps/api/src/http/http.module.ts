import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Clock } from '@cadre/kernel';
import { AskHandler } from './ask.handler.js';
import { CLOCK } from './clock.js';
import { commandControllers } from './commands.controller.js';
import { HealthController } from './health.controller.js';
import { LiveController } from './live.controller.js';
import { withPatterns } from './openapi-patterns.js';
import { type Previews, PREVIEWS } from './previews.js';
import { ProblemFilter } from './problem.filter.js';
import { type Reads, READS } from './reads.js';
import { readsController } from './reads.controller.js';
import { jsonOnly } from './json-only.js';
import { WindowController } from './window.controller.js';

const BODY_LIMIT = '1mb';
const controllers = [...commandControllers(), readsController(), HealthController, LiveController, WindowController];

/** Everything under /api: commands, questions, health, documentation. The command and query buses come from the app. */
@Module({})
export class HttpModule {
  static with(reads: Reads, previews: Previews, clock: Clock): DynamicModule {
    return {
      module: HttpModule,
      controllers,
      providers: [
        AskHandler,
        { provide: READS, useValue: reads },
        { provide: PREVIEWS, useValue: previews },
        { provide: CLOCK, useValue: clock },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  /** Body limits and the documentation at /api/docs. The app is made with `bodyParser: false`. */
  static prepare(app: NestExpressApplication): void {
    app.use('/api', jsonOnly);
    app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
    app.set('query parser', 'simple'); // name=value only: no nesting, so nothing to nest too deep
    SwaggerModule.setup('api/docs', app, () => openApiOf(app), {
      jsonDocumentUrl: 'api/docs-json',
      yamlDocumentUrl: '',
    });
  }
}

/** The OpenAPI document of an app; field types and comments are only in the built app. */
export function openApiOf(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Cadre')
    .setDescription('A register of posts and people that answers for any day, as known on any other day.')
    .setVersion('1')
    .build();
  return withPatterns(SwaggerModule.createDocument(app, about));
}
