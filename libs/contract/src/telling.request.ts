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

/** An opaque id: lower-case letters, digits and dashes. */
export const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** A stream: its kind, a dash and an id. */
export const STREAM = /^[a-z]{1,20}-[a-z0-9][a-z0-9-]{0,99}$/;

/** Who tells it. */
export class ActorRequest {
  /** Opaque id of the person or program. */
  @Matches(ID, { message: 'an actor id is lower-case letters, digits and dashes' })
  id: string;

  /** The hat worn, as in "hr-officer". */
  @IsString()
  @Length(1, 100)
  role: string;
}

/** When it became true. Give one day, or two ends with the source's wording, or the wording alone when it can be read. */
export class EffectiveRequest {
  /** Exactly that day (YYYY-MM-DD). */
  @IsOptional()
  @IsString()
  @Length(0, 40)
  on?: string | null;

  /** First day possible; null when the source leaves it open. */
  @IsOptional()
  @IsString()
  @Length(0, 40)
  earliest?: string | null;

  /** Last day possible; null when the source leaves it open. */
  @IsOptional()
  @IsString()
  @Length(0, 40)
  latest?: string | null;

  /** The source's own wording, as in "end of October 2007". */
  @IsOptional()
  @IsString()
  @Length(0, 500)
  phrase?: string | null;

  /** The same in EDTF, as in "2007-10-21/2007-10-31". */
  @IsOptional()
  @IsString()
  @Length(0, 100)
  edtf?: string | null;
}

/** What it rests on: a document and paragraph, or local knowledge and whose. */
export class SourceRequest {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  document?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  paragraph?: string | null;

  /** Who knows it, when it rests on no document. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  localKnowledge?: string | null;
}

/** An event as it is stored, for telling an entry anew. */
export class EventRequest {
  @IsString()
  @Length(1, 100)
  type: string;

  @IsObject()
  data: Record<string, unknown>;
}

/** What is told in the place of a corrected entry. */
export class RetellingRequest {
  @ValidateNested()
  @Type(() => EventRequest)
  @IsObject()
  event: EventRequest;

  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  effective: EffectiveRequest;

  @ValidateNested()
  @Type(() => SourceRequest)
  @IsObject()
  source: SourceRequest;
}

/** Takes an entry back and, unless it is only withdrawn, tells it anew. */
export class CorrectionRequest {
  /** The entry that is wrong. */
  @IsString()
  @Length(36, 36)
  eventId: string;

  @IsString()
  @Length(1, 2000)
  reason: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => RetellingRequest)
  @IsObject()
  retelling?: RetellingRequest | null;
}

/** What every command says beside its own content. */
export class TellingRequest {
  /** Made by you, fresh for each command; the same id with the same content is answered as the first time. */
  @IsString()
  @Matches(/^[\w.:-]{8,100}$/, {
    message: 'a command id is 8 to 100 letters, digits, dots, colons, dashes or underscores',
  })
  commandId: string;

  @ValidateNested()
  @Type(() => ActorRequest)
  @IsObject()
  actor: ActorRequest;

  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  effective: EffectiveRequest;

  @ValidateNested()
  @Type(() => SourceRequest)
  @IsObject()
  source: SourceRequest;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  reason?: string | null;

  /** Event ids of the same stream that this comes before, where the dates leave the order open. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Length(36, 36, { each: true })
  precedes?: string[];

  /** The revision you looked at; the command is refused as stale when the record has moved since. */
  @IsOptional()
  @IsInt()
  @Min(-1)
  @Max(1_000_000_000)
  expectedRevision?: number | null;

  /** Corrections of the same stream to be recorded in the same step. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => CorrectionRequest)
  corrections?: CorrectionRequest[];

  /** Reference of the fact in its source material, as in "T07". */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  fact?: string | null;
}
