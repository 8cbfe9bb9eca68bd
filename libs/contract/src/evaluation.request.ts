import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { EffectiveRequest, TellingRequest } from './telling.request.js';

export class PlanEvaluationRequest extends TellingRequest {
  /** What is to be evaluated. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  subject?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  evaluator?: string | null;

  /** When it is to be made; leave it out when not said. */
  @IsOptional()
  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  due?: EffectiveRequest | null;
}

export class CompleteEvaluationRequest extends TellingRequest {
  /** What was evaluated, when it was never planned here. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  subject?: string | null;
}

export class ReportEvaluationRequest extends TellingRequest {
  /** How the report is cited. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reference?: string | null;
}

export class DeferEvaluationRequest extends TellingRequest {
  /** When it is to be made instead; leave it out when not said. */
  @IsOptional()
  @ValidateNested()
  @Type(() => EffectiveRequest)
  @IsObject()
  due?: EffectiveRequest | null;
}
