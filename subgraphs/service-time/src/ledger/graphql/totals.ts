import { builder } from '../../builder.ts'
import { paragraphOf } from '../domain/effect-rules.ts'
import type { RequirementTotal } from '../domain/types.ts'
import { toDays } from '../domain/units.ts'
import { ServiceTimeEffect, ServiceTimeRequirement } from './enums.ts'

type NotCounted = RequirementTotal['notCounted'][number]

const ServiceTimeNotCounted = builder.objectRef<NotCounted>('ServiceTimeNotCounted').implement({
  description: 'Days that do not count for a requirement, and why.',
  fields: (t) => ({
    effect: t.expose('effect', { type: ServiceTimeEffect }),
    paragraph: t.string({
      description: 'Of spesialistforskriften, e.g. 31(1).',
      resolve: ({ effect }) => paragraphOf(effect),
    }),
    days: t.float({ description: 'Calendar days.', resolve: ({ days }) => toDays(days) }),
  }),
})

type Amount = {
  [Name in keyof RequirementTotal]: RequirementTotal[Name] extends number ? Name : never
}[keyof RequirementTotal]
const amount = (name: Amount) => (total: RequirementTotal) => toDays(total[name])

export const ServiceTimeTotal = builder.objectRef<RequirementTotal>('ServiceTimeTotal').implement({
  description:
    'The account of one requirement, in days: `days − notCounted − partTimeDays = trainingTimeDays`, and `trainingTimeDays − deductedDays = countedDays`.',
  fields: (t) => ({
    requirement: t.expose('requirement', { type: ServiceTimeRequirement }),
    paragraph: t.exposeString('paragraph', { description: 'Of spesialistforskriften, e.g. 31(4).' }),
    applies: t.exposeBoolean('applies', {
      description: 'False for open unselected practice outside general practice.',
    }),
    days: t.float({ description: 'Calendar days of its periods.', resolve: amount('days') }),
    notCounted: t.field({ type: [ServiceTimeNotCounted], resolve: ({ notCounted }) => [...notCounted] }),
    partTimeDays: t.float({
      description: 'Days that fall away because the position was not a full one.',
      resolve: amount('partTime'),
    }),
    trainingTimeDays: t.float({
      description: 'What the ten percent are of: in proportion to the position, before absence.',
      resolve: amount('trainingTime'),
    }),
    holidayAndCourseDays: t.float({
      description: 'Holiday and courses, which count in full (§ 31(3)), in days of full time.',
      resolve: amount('holidayAndCourses'),
    }),
    absenceDays: t.float({ description: 'Absence by § 31(4).', resolve: amount('absence') }),
    allowanceDays: t.float({
      description: 'Absence that is not deducted.',
      resolve: amount('allowance'),
    }),
    allowanceUsedDays: t.float({
      description: 'Absence that is not deducted, as much as there was, in days of full time.',
      resolve: amount('allowanceUsed'),
    }),
    deductedDays: t.float({
      description: 'Absence above the allowance, in days of full time.',
      resolve: amount('deducted'),
    }),
    countedDays: t.float({ description: 'In days of full time.', resolve: amount('counted') }),
    requiredDays: t.float({
      description: 'At least this; of another speciality at most this.',
      resolve: amount('required'),
    }),
    missingDays: t.float({
      description: 'Days of full time that are left until it is met; 0 when it is.',
      resolve: amount('missing'),
    }),
    met: t.exposeBoolean('met'),
  }),
})
