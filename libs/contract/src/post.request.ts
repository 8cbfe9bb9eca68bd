import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { AuthorityRequest } from './shapes.request.js';
import { ID, TellingRequest } from './telling.request.js';

export class EstablishPostRequest extends TellingRequest {
  /** The block it is drawn from; leave it out for a post reported by itself. */
  @IsOptional()
  @Matches(ID)
  blockId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  number?: string | null;

  @IsString()
  @Length(1, 500)
  title: string;

  @IsOptional()
  @IsString()
  @Length(1, 50)
  grade?: string | null;

  @IsOptional()
  @Matches(ID)
  unitId?: string | null;

  @IsOptional()
  @IsIn(['senior'])
  seniority?: 'senior' | null;

  /** Whether anyone held it when it was first told of. */
  @IsIn(['vacant', 'not reported'])
  occupancy: 'vacant' | 'not reported';
}

export class FillPostRequest extends TellingRequest {
  /** Opaque id of the person; leave it out when the source does not say who. */
  @IsOptional()
  @Matches(ID)
  personId?: string | null;

  /** Percentage of full time; 100 when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  share?: number;

  /** The recruitment case that led here, when there was one. */
  @IsOptional()
  @Matches(ID)
  caseId?: string | null;
}

export class VacatePostRequest extends TellingRequest {
  @IsOptional()
  @Matches(ID)
  personId?: string | null;

  /** Separation, transfer, retirement, … */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  cause?: string | null;
}

/** For decisions on a post that may name their authority. */
export class PostDecisionRequest extends TellingRequest {
  @IsOptional()
  @ValidateNested()
  @Type(() => AuthorityRequest)
  @IsObject()
  authority?: AuthorityRequest | null;
}

export class ReclassifyPostRequest extends TellingRequest {
  /** The new grade. */
  @IsString()
  @Length(1, 50)
  to: string;
}

export class RedeployPostRequest extends TellingRequest {
  @Matches(ID)
  toUnitId: string;
}

export class ReassignPostRequest extends TellingRequest {
  @IsString()
  @Length(1, 500)
  toTitle: string;
}

export class ExtendPostRequest extends PostDecisionRequest {
  /** Last day of the extension (YYYY-MM-DD). */
  @ApiProperty({ format: 'date' })
  @IsString()
  @Length(1, 40)
  until: string;
}

export class DesignateOfficerInChargeRequest extends TellingRequest {
  @IsOptional()
  @Matches(ID)
  personId?: string | null;

  /** The acting officer's own grade. */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  grade?: string | null;
}

export class AuthoriseDoubleFillRequest extends TellingRequest {
  /** Last day two holders are allowed (YYYY-MM-DD). */
  @ApiProperty({ format: 'date' })
  @IsString()
  @Length(1, 40)
  until: string;

  @ValidateNested()
  @Type(() => AuthorityRequest)
  @IsObject()
  authority: AuthorityRequest;
}
