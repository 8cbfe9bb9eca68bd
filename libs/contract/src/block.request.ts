import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { AuthorityRequest, Count, type CountGiven, CountOfRequest } from './shapes.request.js';
import { ID, TellingRequest } from './telling.request.js';

/** What is said of a post block as a whole. */
class BlockDescriptionRequest extends TellingRequest {
  /** What the posts are called together; leave it out where an earlier name stands. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  name?: string | null;

  /** Blocks of one group may be added up; blocks of different groups never are. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  group?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 50)
  grade?: string | null;

  /** Units the posts are for; leave it out when not reported. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  unitIds?: string[];

  /** How the number divides, as far as the source says. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => CountOfRequest)
  breakdown?: CountOfRequest[];
}

export class ProposePostsRequest extends BlockDescriptionRequest {
  /** How many; leave it out when the source does not say. */
  @IsOptional()
  @Count({ required: false })
  count?: CountGiven | null;
}

export class ApprovePostsRequest extends BlockDescriptionRequest {
  /** How many are approved, all or fewer than proposed. */
  @Count()
  count: CountGiven;

  /** The decision that approves them. */
  @ValidateNested()
  @Type(() => AuthorityRequest)
  @IsObject()
  authority: AuthorityRequest;
}

export class RevisePostApprovalRequest extends TellingRequest {
  /** How many are approved from then on, more or fewer; 0 takes the approval back whole. */
  @Count()
  count: CountGiven;

  /** The decision that changes it. */
  @ValidateNested()
  @Type(() => AuthorityRequest)
  @IsObject()
  authority: AuthorityRequest;
}

export class RecordNonRecommendationRequest extends TellingRequest {
  /** The advisory body. */
  @IsString()
  @Length(1, 500)
  body: string;

  /** How its advice is cited. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reference?: string | null;
}

export class DeclinePostsRequest extends TellingRequest {
  /** The decision that declines them. */
  @ValidateNested()
  @Type(() => AuthorityRequest)
  @IsObject()
  authority: AuthorityRequest;
}

export class IdentifyPostRequest extends TellingRequest {
  /** Id the post will have. */
  @Matches(ID)
  postId: string;

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
}

export class ReportBlockProgressRequest extends TellingRequest {
  @IsIn(['advertised', 'selected', 'on duty'])
  stage: 'advertised' | 'selected' | 'on duty';

  /** How many posts reached the stage; leave it out when the source gives no number. */
  @IsOptional()
  @Count({ required: false })
  count?: CountGiven | null;

  /** The source's own words for a number it does not give, as in "most of them". */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  wording?: string | null;
}
