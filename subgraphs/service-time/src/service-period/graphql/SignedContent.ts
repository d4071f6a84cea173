/** What was signed, as it was said then: read from the history, whatever the period says now. */
import { SEEN_IS_READ } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import { AbsenceKind, ServicePeriodKind } from '../../statement/graphql/enums.ts'
import type { Content } from '../persistence/content.ts'

type Dates = { readonly startsOn: string; readonly endsOn: string }

const SignedAbsence = builder.objectRef<Content['absences'][number]>('SignedAbsence').implement({
  description: 'An absence as it was signed.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AbsenceKind }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    share: t.float({ description: '1 is all of the position.', resolve: ({ share }) => fractionOf(share) }),
  }),
})

const SignedGap = builder
  .objectRef<Dates & { readonly reason: string }>('SignedUnsupervisedPeriod')
  .implement({
    description: 'Days without guidance and supervision as they were signed.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date' }),
      endsOn: t.expose('endsOn', { type: 'Date' }),
      reason: t.exposeString('reason', SEEN_IS_READ),
    }),
  })

export const SignedContent = builder.objectRef<Content>('SignedServicePeriod').implement({
  description: 'What a signature was set under; it is what the digest is of.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ServicePeriodKind }),
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
      description: 'The last day; null when it had not ended.',
    }),
    overlapReason: t.exposeString('overlapReason', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Why positions were above full time together; null when they were not.',
    }),
    absences: t.expose('absences', { type: [SignedAbsence] }),
    unsupervisedPeriods: t.expose('unsupervisedPeriods', { type: [SignedGap] }),
  }),
})
