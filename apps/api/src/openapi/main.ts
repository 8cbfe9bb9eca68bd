import 'reflect-metadata';
import { systemClock } from '@cadre/kernel';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { writeFile } from 'node:fs/promises';
import { HttpModule, openApiOf } from '../http/http.module.js';
import { type Previews } from '../http/previews.js';
import { type Reads } from '../http/reads.js';

/** The ways in, with nothing behind them: enough to be documented. */
@Module({ imports: [CqrsModule.forRoot(), HttpModule.with({} as Reads, {} as Previews, systemClock)] })
class DocumentedModule {}

/** Writes the OpenAPI document of the built app to the file named, or to standard output. */
async function main(file: string | undefined): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(DocumentedModule, {
    logger: ['error'],
    bodyParser: false,
  });
  const json = `${JSON.stringify(openApiOf(app), null, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else await writeFile(file, json);
}

await main(process.argv[2]);
