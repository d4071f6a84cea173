/** The parts of an activity that exist only in some states; each is null in the others. */
import { daysBetween } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { LearningActivity, Person as PersonRow } from '../../generated/db/client.ts'
import { SignerRole } from './enums.ts'

type With<Name extends string, P = PersonRow | null> = LearningActivity & { readonly [K in Name]: P }

/** The state machine and the table's CHECKs make it so. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error('a learning activity lacks what its status has')
  return value
}

const Rejection = builder.objectRef<With<'rejectedBy'>>('Rejection').implement({
  fields: (t) => ({
    by: t.field({ type: Person, resolve: ({ rejectedBy }) => present(rejectedBy) }),
    at: t.field({ type: 'DateTime', resolve: ({ rejectedAt }) => present(rejectedAt) }),
    comment: t.string({ resolve: ({ rejectionComment }) => present(rejectionComment) }),
  }),
})

export const SigningRequest = builder.objectRef<With<'signer' | 'rejectedBy'>>('SigningRequest').implement({
  fields: (t) => ({
    signer: t.field({
      type: Person,
      nullable: true,
      description: 'Null until an invited external supervisor has accepted.',
      resolve: ({ signer }) => signer,
    }),
    role: t.field({ type: SignerRole, resolve: ({ signerRole }) => present(signerRole) }),
    sentAt: t.field({ type: 'DateTime', resolve: ({ sentAt }) => present(sentAt) }),
    waitingDays: t.int({
      resolve: ({ sentAt }, _args, { now }) => daysBetween(present(sentAt), now),
    }),
    rejection: t.field({
      type: Rejection,
      nullable: true,
      description: 'Why it was rejected; null while WAITING.',
      resolve: (activity) => (activity.status === 'REJECTED' ? activity : null),
    }),
  }),
})

export const Signature = builder.objectRef<With<'signedBy' | 'signedOnBehalfOf'>>('Signature').implement({
  fields: (t) => ({
    by: t.field({ type: Person, resolve: ({ signedBy }) => present(signedBy) }),
    onBehalfOf: t.field({
      type: Person,
      nullable: true,
      description: 'Whom a deputy stood in for.',
      resolve: ({ signedOnBehalfOf }) => signedOnBehalfOf,
    }),
    role: t.field({ type: SignerRole, resolve: ({ signerRole }) => present(signerRole) }),
    signedAt: t.field({ type: 'DateTime', resolve: ({ signedAt }) => present(signedAt) }),
    comment: t.string({ nullable: true, resolve: ({ signatureComment }) => signatureComment }),
    digest: t.string({
      description: 'SHA-256 of what was signed, hex.',
      resolve: ({ signatureDigest }) => present(signatureDigest),
    }),
  }),
})

export const Fulfilment = builder.objectRef<With<'fulfilledBy'>>('Fulfilment').implement({
  fields: (t) => ({
    by: t.field({ type: Person, resolve: ({ fulfilledBy }) => present(fulfilledBy) }),
    at: t.field({ type: 'DateTime', resolve: ({ fulfilledAt }) => present(fulfilledAt) }),
    comment: t.string({ nullable: true, resolve: ({ fulfilmentComment }) => fulfilmentComment }),
  }),
})
