import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { CorrectionRequest, TellingRequest } from './telling.request.js';

/** Corrections of one stream and nothing else. */
export class CorrectionsRequest extends TellingRequest {
  @ApiProperty({ required: true, type: [CorrectionRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => CorrectionRequest)
  declare corrections: CorrectionRequest[];
}
