/** The parts of an activity that exist only in some states; each is null in the others. */
import { CONTENT, contentOf, present, WITHIN_CONTENT } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { mayReadActivity } from '../../directory/readable.ts'
import { daysBetween } from '@kompetanse/calendar/day'
import { SignerRole } from './enums.ts'

/** A text of whoever the column names. */
const wordsOf = <By extends string>(by: By) =>
  contentOf(
    mayReadActivity,
    (row: { readonly id: Id<'LearningActivity'> } & { readonly [K in By]: Id<'Person'> | null }) => row[by],
  )

const Rejection = builder.prismaObject('LearningActivity', {
  variant: 'Rejection',
  description: 'That a request was rejected, and why (F111).',
  select: { rejectedAt: true, rejectionComment: true },
  fields: (t) => ({
    by: t.relation('rejectedBy', { nullable: false, onNull: 'error' }),
    at: t.field({
      type: 'DateTime',
      resolve: ({ rejectedAt }) => present(rejectedAt),
    }),
    comment: t.string({
      ...WITHIN_CONTENT,
      resolve: ({ rejectionComment }) => present(rejectionComment),
    }),
  }),
})

export const SigningRequest = builder.prismaObject('LearningActivity', {
  variant: 'SigningRequest',
  description: 'That an activity was sent, to whom, and how long it has waited.',
  select: { id: true, status: true, signerRole: true, sentAt: true, rejectedById: true },
  fields: (t) => ({
    signer: t.relation('signer', { nullable: false, onNull: 'error' }),
    role: t.field({
      type: SignerRole,
      resolve: ({ signerRole }) => present(signerRole),
    }),
    sentAt: t.field({ type: 'DateTime', resolve: ({ sentAt }) => present(sentAt) }),
    waitingDays: t.int({
      resolve: ({ sentAt }, _args, { now }) => daysBetween(present(sentAt), now),
    }),
    rejection: t.variant(Rejection, {
      ...CONTENT,
      description:
        'Why it was rejected; null while WAITING, and to who may not read it. That it was, and by whom, is in the history.',
      isNull: async ({ status, rejectedById, ...row }, _args, context) =>
        status !== 'REJECTED' ||
        (rejectedById !== context.actor.personId && !(await mayReadActivity(row, context))),
    }),
  }),
})

export const Signature = builder.prismaObject('LearningActivity', {
  variant: 'Signature',
  description: 'That an activity was signed, by whom and under what.',
  select: {
    ...{ id: true, signedById: true, signerRole: true },
    ...{ signedAt: true, signatureComment: true, signatureDigest: true },
  },
  fields: (t) => ({
    by: t.relation('signedBy', { nullable: false, onNull: 'error' }),
    onBehalfOf: t.relation('signedOnBehalfOf', {
      nullable: true,
      description: 'Whom a deputy stood in for.',
    }),
    role: t.field({
      type: SignerRole,
      resolve: ({ signerRole }) => present(signerRole),
    }),
    at: t.field({
      type: 'DateTime',
      resolve: ({ signedAt }) => present(signedAt),
    }),
    comment: t.string(wordsOf('signedById')('signatureComment')),
    digest: t.string({
      ...contentOf(mayReadActivity)('signatureDigest'),
      description: 'SHA-256 of what was signed, hex; null to who may not read that.',
    }),
  }),
})

export const Fulfilment = builder.prismaObject('LearningActivity', {
  variant: 'Fulfilment',
  description: 'That an activity counts without a signature, and by whose word (F069).',
  select: { id: true, fulfilledById: true, fulfilledAt: true, fulfilmentComment: true },
  fields: (t) => ({
    by: t.relation('fulfilledBy', { nullable: false, onNull: 'error' }),
    at: t.field({
      type: 'DateTime',
      resolve: ({ fulfilledAt }) => present(fulfilledAt),
    }),
    comment: t.string(wordsOf('fulfilledById')('fulfilmentComment')),
  }),
})
