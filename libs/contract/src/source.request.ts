import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ID, STREAM, TellingRequest } from './telling.request.js';

export class RegisterSourceRequest extends TellingRequest {
  /** How it is cited, as in "A/62/627". */
  @IsString()
  @Length(1, 200)
  document: string;

  @IsOptional()
  @IsString()
  @Length(1, 1000)
  title?: string | null;

  /** Its date (YYYY-MM-DD); leave it out when it carries none and none was inferred. */
  @ApiProperty({ format: 'date', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  dated?: string | null;

  /** Whether the document states its date or it was inferred. */
  @IsOptional()
  @IsIn(['stated', 'inferred'])
  datedHow?: 'stated' | 'inferred' | null;

  @IsOptional()
  @IsString()
  @Length(1, 50)
  language?: string | null;
}

/** A figure of a statement; a percentage stays a percentage. */
export class FigureRequest {
  @IsString()
  @Length(1, 500)
  what: string;

  @ApiProperty({ type: 'number', minimum: -1_000_000_000_000, maximum: 1_000_000_000_000 })
  @IsNumber()
  @Min(-1_000_000_000_000)
  @Max(1_000_000_000_000)
  value: number;

  @IsString()
  @Length(1, 100)
  unit: string;

  @IsIn(['exactly', 'about', 'more than', 'less than', 'at least', 'at most', 'up to'])
  qualifier: 'exactly' | 'about' | 'more than' | 'less than' | 'at least' | 'at most' | 'up to';
}

export class RecordStatementRequest extends TellingRequest {
  /** Tells statements of one source apart. */
  @Matches(ID)
  statementId: string;

  /** Indicator, constraint, risk, context, target, plan, mechanism, … in lower case. */
  @Matches(/^[a-z][a-z -]{0,59}$/)
  category: string;

  /** What it says, in your own words. */
  @IsString()
  @Length(1, 2000)
  text: string;

  /** Streams it speaks about. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(STREAM, { each: true })
  about?: string[];

  /** Statements of one topic are claims shown side by side; leave it out when it stands alone. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  topic?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => FigureRequest)
  figures?: FigureRequest[];
}

export class RecordAliasRequest extends TellingRequest {
  /** The other name. */
  @IsString()
  @Length(1, 500)
  alias: string;

  /** The stream or kind of thing it stands for. */
  @Matches(ID)
  about: string;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  note?: string | null;
}
