import { historyPage, SEEN_IS_READ } from '@kompetanse/graph'
import { osloDay } from '@kompetanse/calendar/day'
import { builder, counted } from '../../builder.ts'
import { Enterprise } from '../../directory/graphql/Enterprise.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { standingTo } from '../../directory/standing.ts'
import { kindsToSign } from '../../rules/domain/in-force.ts'
import { rulesOf } from '../../rules/persistence/rules.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import { availableCommands } from '../domain/decide.ts'
import { isUnverified, shownStatus } from '../persistence/evidence.ts'
import { rolesIn } from '../persistence/roles.ts'
import { ServicePeriodCommand, ServicePeriodStatus } from './enums.ts'
import { HistoryConnection } from './history.ts'
import {
  Absence,
  BY_DAY,
  ServiceTimeRejection,
  ServiceTimeRequest,
  ServiceTimeSignature,
  UnsupervisedPeriod,
} from './parts.ts'

export const ServicePeriod = builder.prismaObject('ServicePeriod', {
  description: 'Time that a trainee has served in one position, as the trainee states it (F131).',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.relation('trainee', { type: Trainee }),
    kind: t.expose('kind', { type: ServicePeriodKind }),
    enterprise: t.field({
      type: Enterprise,
      nullable: true,
      description: 'Null for a place of work that the portal does not know.',
      resolve: ({ enterpriseId, enterpriseName }) =>
        enterpriseId === null ? null : { id: enterpriseId, name: enterpriseName },
    }),
    enterpriseName: t.exposeString('enterpriseName'),
    unitName: t.exposeString('unitName', {
      nullable: true,
      description: 'Null when the trainee named none.',
    }),
    position: t.exposeString('position'),
    fte: t.float({ description: '1 is full time.', resolve: ({ share }) => fractionOf(share) }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while it goes on.',
    }),
    overlapReason: t.exposeString('overlapReason', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Why positions are above full time together, in the trainee’s words.',
    }),
    status: t.field({
      type: ServicePeriodStatus,
      resolve: (period, _args, context) => shownStatus(period, context),
    }),
    needsSignature: t.boolean({
      description: 'Whether a leader has to confirm it: by its kind and the rules of today (F132).',
      resolve: async ({ kind }, _args, context) =>
        kindsToSign(await rulesOf(context), osloDay(context.now)).has(kind),
    }),
    absences: t.relation('absences', { type: Absence, query: BY_DAY }),
    unsupervisedPeriods: t.relation('unsupervisedPeriods', { type: UnsupervisedPeriod, query: BY_DAY }),
    request: t.field({
      type: ServiceTimeRequest,
      nullable: true,
      description: 'Null while REGISTERED.',
      select: { signer: true },
      resolve: (period) => (period.signerId === null ? null : period),
    }),
    signature: t.field({
      type: ServiceTimeSignature,
      nullable: true,
      description: 'Stands until the trainee edits or removes the period; null also of what is UNVERIFIED.',
      select: { signedBy: true, signedOnBehalfOf: true },
      resolve: async (period, _args, context) =>
        period.status === 'SIGNED' && !(await isUnverified(period, context)) ? period : null,
    }),
    rejection: t.field({
      type: ServiceTimeRejection,
      nullable: true,
      description: 'Null unless REJECTED.',
      select: { rejectedBy: true, rejectedOnBehalfOf: true },
      resolve: (period) => (period.status === 'REJECTED' ? period : null),
    }),
    history: t.relatedConnection('history', historyPage, ...HistoryConnection),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [ServicePeriodCommand],
      resolve: async (period, _args, context) => {
        const standing = await standingTo(period.traineeId, context)
        const needsSignature = kindsToSign(await rulesOf(context), osloDay(context.now)).has(period.kind)
        const roles = rolesIn(period, standing, context.actor.personId)
        return [...availableCommands(period.status, { roles, needsSignature })]
      },
    }),
  }),
})

export const ServicePeriodConnection = counted(ServicePeriod, 'ServicePeriod')
