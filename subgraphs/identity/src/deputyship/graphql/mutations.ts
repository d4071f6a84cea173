import type { Id } from '@kompetanse/schema/ids'
import { NotFound, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import { IdentityRefused } from '../../graph/refusal.ts'
import { appointDeputy } from '../use-cases/appoint-deputy.ts'
import { deputyshipCommands } from '../use-cases/commands.ts'
import { Deputyship } from './Deputyship.ts'

const deputyship = <Parent extends { readonly id: Id<'Deputyship'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
) => ({
  deputyship: t.prismaField({
    type: Deputyship,
    resolve: (query, parent) =>
      database.deputyship.findUniqueOrThrow({ ...query, where: { id: (parent as Parent).id } }),
  }),
})

mutation({
  name: 'AppointDeputy',
  description:
    "Gives somebody the leader's rights for a period. By the leader or an administrator, who appoints another (F012, B32).",
  input: (t) => ({
    leaderId: t.idOf('Person', {
      required: true,
      description: 'Who leads the unit; PERSON_NOT_QUALIFIED of who does not.',
    }),
    deputyId: t.idOf('Person', {
      required: true,
      description: 'Who stands in; PERSON_NOT_QUALIFIED of who cannot.',
    }),
    unitId: t.idOf('Unit', { required: true, description: 'For which unit.' }),
    startsOn: t.field({
      type: 'Date',
      required: true,
      description:
        'The first day: PERIOD_INVALID more than a year ahead, PERIOD_OVERLAPS where the same deputy has days of the period.',
    }),
    endsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The last day: PERIOD_INVALID before the first, or when it is past.',
    }),
  }),
  refusals: [IdentityRefused, NotFound],
  perform: ({ startsOn: validFrom, endsOn: validTo, ...rest }, context) =>
    appointDeputy({ ...rest, validFrom, validTo }, context),
  success: deputyship,
})

mutationsOn({
  id: 'deputyshipId',
  refused: IdentityRefused,
  perform: deputyshipCommands.perform,
  success: deputyship,
})({
  name: 'EndDeputyship',
  description:
    'Before its time, by the leader, the deputy or an administrator. Only shortens: a longer one is a new appointment (F012).',
  input: (t) => ({
    endsOn: t.field({
      type: 'Date',
      description:
        'The last day, one of its own and sooner than it has, or PERIOD_INVALID; none ends it at once: yesterday was its last day, and what begins today or later is cancelled.',
    }),
  }),
  command: ({ endsOn = null }) => endsOn,
})
