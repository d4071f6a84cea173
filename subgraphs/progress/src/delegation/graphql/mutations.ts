import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation } from '../../graph/mutation.ts'
import type { DelegationRefusal } from '../domain/delegate.ts'
import { addDelegate } from '../use-cases/add-delegate.ts'
import { delegationCommands } from '../use-cases/commands.ts'
import { Delegation } from './Delegation.ts'

const DelegationRefusalCode = builder.enumType('DelegationRefusalCode', {
  values: [
    'NOT_PERMITTED',
    'ALREADY_DELEGATE',
    'PERSON_NOT_QUALIFIED',
    'GUIDELINE_REQUIRED',
    'PERIOD_INVALID',
  ] as const satisfies DelegationRefusal[],
})

const DelegationRefused = builder
  .objectRef<{ readonly code: DelegationRefusal }>('DelegationRefused')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: DelegationRefusalCode }) }) })

mutation({
  name: 'AddDelegate',
  description: 'The actor, who leads somebody, names who may approve for them (F094, F097, F098, F100).',
  input: (t) => ({
    delegateId: t.id({ required: true }),
    guideline: t.string({
      required: true,
      description: 'Which approvals, by what standard. GUIDELINE_REQUIRED of an empty one.',
    }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', description: 'The last day; none while it is to go on.' }),
  }),
  refusals: [DelegationRefused, NotFound],
  perform: ({ validTo = null, ...naming }, context) => addDelegate({ ...naming, validTo }, context),
  success: (t) => ({
    delegation: t.prismaField({
      type: Delegation,
      resolve: (query, { id }) => database.delegation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

mutation({
  name: 'EndDelegation',
  description: 'By the leader or who stands in for them: yesterday was its last day (F099).',
  input: (t) => ({
    delegationId: t.id({ required: true }),
    expectedVersion: t.int({
      required: true,
      description: 'What the actor saw; anything newer is StaleVersion.',
    }),
  }),
  refusals: [DelegationRefused, NotFound, StaleVersion],
  perform: ({ delegationId: id, expectedVersion }, context) =>
    delegationCommands.perform({ id, expectedVersion, command: 'END' }, context),
  success: (t) => ({
    delegation: t.prismaField({
      type: Delegation,
      resolve: (query, { id }) => database.delegation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})
