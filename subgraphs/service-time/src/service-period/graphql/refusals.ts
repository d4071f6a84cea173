import type { Id } from '@kompetanse/schema/ids'
import { builder, refusal } from '../../builder.ts'
import { database } from '../../database.ts'
import type { WithProblems } from '../../statement/domain/decide.ts'
import { DETAILS_PROBLEMS, type Problem } from '../../statement/domain/problems.ts'
import { PERIOD_PROBLEMS } from '../../statement/domain/validate-period.ts'
import type { PeriodRefusal } from '../domain/period.ts'
import { ServicePeriod } from './ServicePeriod.ts'

const ServicePeriodProblemCode = builder.enumType('ServicePeriodProblemCode', {
  description: 'What is wrong with what was stated.',
  values: [...PERIOD_PROBLEMS, ...DETAILS_PROBLEMS] as const,
})

const ServicePeriodPart = builder.enumType('ServicePeriodPart', {
  description: 'What of a statement a problem is about.',
  values: ['PERIOD', 'ABSENCE', 'UNSUPERVISED'] as const,
})

const ServicePeriodProblem = builder.objectRef<Problem>('ServicePeriodProblem').implement({
  description: 'One thing that is wrong with what was stated.',
  fields: (t) => ({
    code: t.expose('code', { type: ServicePeriodProblemCode }),
    part: t.expose('part', { type: ServicePeriodPart }),
    index: t.exposeInt('index', {
      nullable: true,
      description: 'Which absence or unsupervised period, from 0, in the order sent.',
    }),
    occursOn: t.expose('day', {
      type: 'Date',
      nullable: true,
      description: 'The first day above full time, of OVERLAP_NOT_EXPLAINED.',
    }),
  }),
})

interface Refused extends WithProblems {
  readonly code: PeriodRefusal
  /** Of a period that there is. */
  readonly id?: Id<'ServicePeriod'>
}

export const ServicePeriodRefused = refusal<PeriodRefusal, Refused>('ServicePeriodRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', NOT_IN_THIS_STATE: '', COMMENT_REQUIRED: '', SIGNATURE_NOT_NEEDED: '' },
    SIGNER_NOT_ELIGIBLE: 'does not lead the trainee today, or is not in the portal any more.',
    OWN_PERIOD: '',
    PERIOD_NOT_OVER: 'a leader confirms what has been served.',
    PERIOD_INVALID: '`problems` says what is wrong with what was stated.',
  },
  fields: (t) => ({
    problems: t.field({
      type: [ServicePeriodProblem],
      description: 'All that is wrong, of PERIOD_INVALID; else empty.',
      resolve: ({ problems }) => [...problems],
    }),
    current: t.prismaField({
      type: ServicePeriod,
      nullable: true,
      description: 'As it is now, so that buttons are redrawn at once; null when there is none yet.',
      resolve: (query, { id }) =>
        id === undefined ? null : database.servicePeriod.findUnique({ ...query, where: { id } }),
    }),
  }),
})
