import { Controller, Get, Inject, type OnModuleDestroy, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Listener, LiveFeed } from './live-feed.js';
import { questionProblems } from './problem-response.decorator.js';
import { READS, type Reads } from './reads.js';

/** Bytes a listener may be behind before it is sent away; it comes back by itself. */
const MOST_UNREAD = 64 * 1024;

/** Tells a page when to ask again. */
@ApiTags('health')
@Controller('api/live')
export class LiveController implements OnModuleDestroy {
  private readonly feed: LiveFeed;

  constructor(@Inject(READS) reads: Reads) {
    this.feed = new LiveFeed({ reached: () => reads.reached() });
  }

  /** Server-sent events `position` with `{"position": 12}`: at once, and whenever the tables have moved. */
  @Get()
  @ApiOperation({ operationId: 'live', summary: 'Where the tables are, told again whenever they move' })
  @ApiResponse({ status: 200, content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @(questionProblems[1]!)
  follow(@Res() response: Response): void {
    const leave = this.feed.join(listenerOf(response));
    response.once('close', leave);
  }

  onModuleDestroy(): void {
    this.feed.close();
  }
}

function listenerOf(response: Response): Listener {
  const begin = (): void => {
    // The last header keeps proxies from holding events back.
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform', // compressed events would wait for more to compress
      'x-accel-buffering': 'no',
    });
  };
  return {
    send(text) {
      if (!response.headersSent) begin();
      response.write(text);
      return response.writableLength < MOST_UNREAD;
    },
    end: () => void response.end(),
  };
}
