import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HealthAnswer } from '@cadre/contract';
import { type Response } from 'express';
import { READS, type Reads } from './reads.js';

/** Whether log and tables answer, and how far the tables have come. */
@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(@Inject(READS) private readonly reads: Reads) {}

  /** 503 when the log or the tables cannot answer; being behind is no illness. */
  @Get()
  @ApiOperation({ operationId: 'health', summary: 'Whether log and tables answer, and how far the tables have come' })
  @ApiResponse({ status: 200, type: HealthAnswer })
  @ApiResponse({ status: 503, type: HealthAnswer, description: 'The log or the tables cannot answer.' })
  async show(@Res({ passthrough: true }) response: Response): Promise<HealthAnswer> {
    const health = await this.reads.health();
    response.status(health.status === 'ok' ? 200 : 503);
    if (health.status !== 'ok') response.setHeader('Retry-After', '1');
    return health;
  }
}
