import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { Count, type CountGiven } from './shapes.request.js';
import { ID, TellingRequest } from './telling.request.js';

export class OpenRecruitmentRequest extends TellingRequest {
  @IsOptional()
  @IsString()
  @Length(1, 500)
  name?: string | null;

  /** Identified posts to be filled; leave it out when the case is for a block as a whole. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @Matches(ID, { each: true })
  postIds?: string[];

  @IsOptional()
  @Matches(ID)
  blockId?: string | null;

  /** How many posts are to be filled; leave it out when not reported. */
  @IsOptional()
  @Count({ required: false })
  openings?: CountGiven | null;
}

export class AdvertiseVacancyRequest extends TellingRequest {
  /** Where it was made known, as in "Galaxy". */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  channel?: string | null;

  /** Last day for applications (YYYY-MM-DD). */
  @ApiProperty({ format: 'date', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  closesOn?: string | null;
}

export class RequestNominationsRequest extends TellingRequest {
  /** Who was asked, in words. */
  @IsString()
  @Length(1, 500)
  askedOf: string;

  /** How many were asked. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  askedCount?: number | null;
}

/** For steps that always concern one candidate. */
export class CandidateRequest extends TellingRequest {
  /** Opaque id of the candidate. */
  @Matches(ID)
  candidateId: string;
}

export class NominateCandidateRequest extends CandidateRequest {
  /** Who put the candidate forward. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  nominatedBy?: string | null;
}

/** For steps that a source may report without saying whom they concern. */
export class SomeCandidateRequest extends TellingRequest {
  /** Opaque id of the candidate; leave it out when the source does not say who. */
  @IsOptional()
  @Matches(ID)
  candidateId?: string | null;
}

export class SelectCandidateRequest extends SomeCandidateRequest {
  /** The post selected for, where the case has several. */
  @IsOptional()
  @Matches(ID)
  postId?: string | null;
}
