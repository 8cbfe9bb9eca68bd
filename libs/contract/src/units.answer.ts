import { ApiProperty } from '@nestjs/swagger';
import { AsOf, Because } from './answers.js';

export class UnitNode {
  stream: string;
  id: string;
  names: string[];
  kind: string | null;
  /** Every parent possible on that day. */
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  parentIds: (string | null)[];
  statuses: string[];
  certain: boolean;
  because: Because[];
}

export class UnitsAnswer {
  asOf: AsOf;
  units: UnitNode[];
}
