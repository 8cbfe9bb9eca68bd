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
  ValidateNested,
} from 'class-validator';
import { Count, type CountGiven, CountOfRequest } from './shapes.request.js';
import { ID, TellingRequest } from './telling.request.js';

export class PlanTeamRequest extends TellingRequest {
  @IsString()
  @Length(1, 500)
  name: string;

  /** What sort of team, as in "integrated operational team". */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  kind?: string | null;

  /** The unit that hosts it. */
  @IsOptional()
  @Matches(ID)
  unitId?: string | null;

  /** Members planned by function. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => CountOfRequest)
  composition?: CountOfRequest[];

  /** The source's own word for its strength, as in "full"; never computed with. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  strengthWording?: string | null;
}

export class ApproveTeamRequest extends TellingRequest {
  /** How the approval is cited. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reference?: string | null;
}

export class RenameTeamRequest extends TellingRequest {
  /** The new name. */
  @IsString()
  @Length(1, 500)
  to: string;
}

export class ReassignTeamRequest extends TellingRequest {
  /** The unit that hosts it from then on. */
  @Matches(ID)
  toUnitId: string;
}

export class AddSubTeamRequest extends TellingRequest {
  @Matches(ID)
  subTeamId: string;

  @IsString()
  @Length(1, 500)
  name: string;

  /** True when its specialists are those of the whole team, to be counted once. */
  @IsBoolean()
  sharesPool: boolean;
}

export class AssignTeamMemberRequest extends TellingRequest {
  /** Opaque id of the person. */
  @Matches(ID)
  personId: string;

  /** The function in the team, as in "military". */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  function?: string | null;

  /** The post the member holds. */
  @IsOptional()
  @Matches(ID)
  postId?: string | null;
}

export class ReleaseTeamMemberRequest extends TellingRequest {
  @Matches(ID)
  personId: string;
}

export class DeployTeamRequest extends TellingRequest {
  /** The place or mission. */
  @IsString()
  @Length(1, 500)
  to: string;

  /** How many members; leave it out when not reported. */
  @IsOptional()
  @Count({ required: false })
  count?: CountGiven | null;
}
