import { builder } from '../../builder.ts'
import { REQUIREMENTS } from '../domain/types.ts'

export const ServiceTimeRequirement = builder.enumType('ServiceTimeRequirement', {
  description: 'What the regulation asks for (§ 2, § 31).',
  values: REQUIREMENTS,
})

export const ServiceTimeEffect = builder.enumType('ServiceTimeEffect', {
  description: 'What became of the days of a line.',
  values: [
    'COUNTED_IN_FULL',
    'COUNTED_IN_PROPORTION',
    'HOLIDAY_COUNTED',
    'COURSE_COUNTED',
    'COVID_COUNTED',
    'ABSENCE_WITHIN_ALLOWANCE',
    'ABSENCE_DEDUCTED',
    'BEFORE_LICENCE',
    'NOT_CONFIRMED',
    'KIND_NOT_COUNTED',
    'UNSUPERVISED_NOT_COUNTED',
    'BELOW_MINIMUM_FTE',
    'OVERLAP_NOT_COUNTED',
    'ABOVE_MAXIMUM_NOT_COUNTED',
  ] as const,
})

export const ServiceTimeRemarkCode = builder.enumType('ServiceTimeRemarkCode', {
  description: 'What is to be looked at.',
  values: ['OVERLAP_ABOVE_FULL_TIME', 'MUNICIPAL_BEFORE_HOSPITAL', 'BEFORE_PART_1_FINISHED'] as const,
})
