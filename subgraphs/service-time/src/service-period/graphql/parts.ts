/** The parts of a period; those that exist only in some states are null in the others. */
import { daysBetween } from '@kompetanse/calendar/day'
import { present, SEEN_IS_READ } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { Person as PersonRow, ServicePeriod } from '../../generated/db/client.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import { AbsenceKind } from '../../statement/graphql/enums.ts'

type With<Name extends string, P = PersonRow | null> = ServicePeriod & { readonly [K in Name]: P }

/** The order of what belongs to a period. */
export const BY_DAY = { orderBy: [{ startsOn: 'asc' as const }, { id: 'asc' as const }] }

export const Absence = builder.prismaObject('Absence', {
  description: 'Days of a service period on which the trainee was away.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: AbsenceKind }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    share: t.float({
      description: 'The part of the position that was away; 1 is all of it.',
      resolve: ({ share }) => fractionOf(share),
    }),
  }),
})

export const UnsupervisedPeriod = builder.prismaObject('UnsupervisedPeriod', {
  description: 'Without individual guidance and supervision.',
  fields: (t) => ({
    id: t.exposeID('id'),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    reason: t.exposeString('reason', SEEN_IS_READ),
  }),
})

export const ServiceTimeRequest = builder.objectRef<With<'signer'>>('ServiceTimeRequest').implement({
  description: 'That a period was sent, to whom, and how long it waited.',
  fields: (t) => ({
    signer: t.field({ type: Person, resolve: ({ signer }) => present(signer) }),
    sentAt: t.field({ type: 'DateTime', resolve: ({ sentAt }) => present(sentAt) }),
    waitingDays: t.int({ resolve: ({ sentAt }, _args, { now }) => daysBetween(present(sentAt), now) }),
  }),
})

export const ServiceTimeSignature = builder
  .objectRef<With<'signedBy' | 'signedOnBehalfOf'>>('ServiceTimeSignature')
  .implement({
    description: 'That a period was signed, by whom and under what. It is not withdrawn (F134).',
    fields: (t) => ({
      by: t.field({ type: Person, resolve: ({ signedBy }) => present(signedBy) }),
      onBehalfOf: t.field({
        type: Person,
        nullable: true,
        description: 'Whom a deputy stood in for.',
        resolve: ({ signedOnBehalfOf }) => signedOnBehalfOf,
      }),
      at: t.field({ type: 'DateTime', resolve: ({ signedAt }) => present(signedAt) }),
      comment: t.string({
        ...SEEN_IS_READ,
        nullable: true,
        description: 'Null when nothing was written.',
        resolve: ({ signatureComment }) => signatureComment,
      }),
      digest: t.string({
        ...SEEN_IS_READ,
        description: 'SHA-256 of what was signed, hex.',
        resolve: ({ signatureDigest }) => present(signatureDigest),
      }),
    }),
  })

export const ServiceTimeRejection = builder
  .objectRef<With<'rejectedBy' | 'rejectedOnBehalfOf'>>('ServiceTimeRejection')
  .implement({
    description: 'That a period was rejected, and why (F140).',
    fields: (t) => ({
      by: t.field({ type: Person, resolve: ({ rejectedBy }) => present(rejectedBy) }),
      onBehalfOf: t.field({
        type: Person,
        nullable: true,
        resolve: ({ rejectedOnBehalfOf }) => rejectedOnBehalfOf,
      }),
      at: t.field({ type: 'DateTime', resolve: ({ rejectedAt }) => present(rejectedAt) }),
      comment: t.string({ ...SEEN_IS_READ, resolve: ({ rejectionComment }) => present(rejectionComment) }),
    }),
  })
