import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
import { EffectiveRequest, ID, STREAM, TellingRequest } from './telling.request.js';

/** A share in words with its arithmetic minimum beside it ("majority" of 152: at least 77); never a head count. */
export class MeasureRequest {
  @IsString()
  @Length(1, 500)
  wording: string;

  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  of: number;

  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  arithmeticMinimum: number;
}

export class MakeCommitmentRequest extends TellingRequest {
  /** What is promised, in your own words. */
  @IsString()
  @Length(1, 2000)
  what: string;

  @IsOptional()
  @Matches(ID)
  ownerUnitId?: string | null;

  /** When it is promised for. */
  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  due: EffectiveRequest;

  /** Streams it is about, as in "post-military-adviser". */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(STREAM, { each: true })
  about?: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => MeasureRequest)
  @IsObject()
  measure?: MeasureRequest | null;
}

/** The telling's reason says why. */
export class RedateCommitmentRequest extends TellingRequest {
  /** The new date. */
  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  due: EffectiveRequest;
}
