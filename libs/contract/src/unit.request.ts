import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ID, TellingRequest } from './telling.request.js';

/** What is said of a unit when it is planned or established. */
export class UnitDescriptionRequest extends TellingRequest {
  @IsString()
  @Length(1, 500)
  name: string;

  /** What sort of unit it is in the organisation's own word, as in "department", "branch" or "directorate". */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  kind?: string | null;

  /** The unit it belongs to; leave it out at the top of the organisation or when not reported. */
  @IsOptional()
  @Matches(ID)
  parentId?: string | null;
}

export class RenameUnitRequest extends TellingRequest {
  /** The new name. */
  @IsString()
  @Length(1, 500)
  to: string;
}

export class TransferUnitRequest extends TellingRequest {
  /** The unit it comes under; null for the top of the organisation. */
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_, given) => given !== null)
  @Matches(ID)
  toParentId: string | null;
}

/** Name units, capacities, or both. */
export class MergeUnitsRequest extends TellingRequest {
  /** Units that end by being merged into this one. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  absorbedUnitIds?: string[];

  /** Capacities that had no unit of their own, in words. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  absorbedCapacities?: string[];
}

export class NewUnitRequest {
  @Matches(ID)
  unitId: string;

  /** The unit it belongs to; leave it out when it stands beside the unit it came out of. */
  @IsOptional()
  @Matches(ID)
  parentId?: string | null;

  @IsString()
  @Length(1, 500)
  name: string;

  /** What sort of unit it is in the organisation's own word, as in "department", "branch" or "directorate". */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  kind?: string | null;
}

export class SplitUnitRequest extends TellingRequest {
  /** The units that came out of this one. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => NewUnitRequest)
  into: NewUnitRequest[];

  /** Whether this unit ends by it. */
  @IsBoolean()
  ends: boolean;
}

export class RelocateUnitRequest extends TellingRequest {
  @IsString()
  @Length(1, 500)
  place: string;
}

export class AbolishUnitRequest extends TellingRequest {
  /** Units that carry on its work; leave it out when there are none. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  successorIds?: string[];
}
