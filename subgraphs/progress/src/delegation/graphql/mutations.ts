import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import { NotFound, refusal, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import type { DelegationRefusal } from '../domain/delegate.ts'
import { addDelegate } from '../use-cases/add-delegate.ts'
import { delegationCommands } from '../use-cases/commands.ts'
import { Delegation } from './Delegation.ts'

const DelegationRefused = refusal<DelegationRefusal>('DelegationRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', ALREADY_DELEGATE: '', PERSON_NOT_QUALIFIED: '', GUIDELINE_REQUIRED: '' },
    PERIOD_INVALID: '',
  },
})

const success = <Parent extends { readonly id: Id<'Delegation'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) => ({
  delegation: t.prismaField({
    type: Delegation,
    resolve: (query, { id }) => database.delegation.findUniqueOrThrow({ ...query, where: { id } }),
  }),
})

mutation({
  name: 'AddDelegate',
  description: 'The actor, who leads somebody, names who may approve for them (F094, F097, F098, F100).',
  input: (t) => ({
    delegateId: t.idOf('Person', {
      required: true,
      description:
        'Who may approve; PERSON_NOT_QUALIFIED of who cannot, ALREADY_DELEGATE of who does in a part of the period.',
    }),
    guideline: t.string({
      required: true,
      description: 'Which approvals, by what standard. GUIDELINE_REQUIRED of an empty one.',
    }),
    startsOn: t.field({ type: 'Date', required: true }),
    endsOn: t.field({ type: 'Date', description: 'The last day; none while it is to go on.' }),
  }),
  refusals: [DelegationRefused, NotFound],
  perform: ({ startsOn: validFrom, endsOn: validTo = null, ...naming }, context) =>
    addDelegate({ ...naming, validFrom, validTo }, context),
  success,
})

mutationsOn({ id: 'delegationId', refused: DelegationRefused, perform: delegationCommands.perform, success })(
  {
    name: 'EndDelegation',
    description:
      'By the leader or who stands in for them, at once: yesterday was its last day, and what begins today or later is cancelled (F099).',
    command: () => 'END' as const,
  },
)
