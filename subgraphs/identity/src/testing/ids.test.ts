import type { Id } from '@kompetanse/schema/ids'
import { expectTypeOf, test } from 'vitest'
import type { Authority, Place } from '../authority/domain/authority.ts'
import type { deputyshipCommands } from '../deputyship/use-cases/commands.ts'
import type { Prisma, Trainee, TrainingRelation } from '../generated/db/client.ts'
import type { openRecord } from '../record-opening/use-cases/open-record.ts'
import type { relationCommands } from '../relation/use-cases/commands.ts'
import type { grantCommands } from '../role-grant/use-cases/commands.ts'

// Held by the compiler: what is said here of another id does not compile when it would be taken.

type IdOf<Perform extends (given: never, context: never) => unknown> = Parameters<Perform>[0]['id']

test('a row says of what its ids are, and a condition takes none of another kind', () => {
  expectTypeOf<Trainee['id']>().toEqualTypeOf<Id<'Person'>>()
  expectTypeOf<TrainingRelation['id']>().toEqualTypeOf<Id<'Relation'>>()
  expectTypeOf<{ unitId: Id<'Unit'> }>().toExtend<Prisma.PersonWhereInput>()
  expectTypeOf<{ unitId: Id<'Enterprise'> }>().not.toExtend<Prisma.PersonWhereInput>()
})

test('a command takes the id of what it is on, and of nothing else', () => {
  expectTypeOf<IdOf<typeof relationCommands.perform>>().toEqualTypeOf<Id<'Relation'>>()
  expectTypeOf<IdOf<typeof deputyshipCommands.perform>>().toEqualTypeOf<Id<'Deputyship'>>()
  expectTypeOf<IdOf<typeof grantCommands.perform>>().toEqualTypeOf<Id<'RoleGrant'>>()
  expectTypeOf<Id<'Person'>>().not.toExtend<IdOf<typeof relationCommands.perform>>()
  expectTypeOf<Id<'RecordOpening'>>().not.toExtend<Parameters<typeof openRecord>[0]>()
})

test('a place is an enterprise, and leaders are persons', () => {
  expectTypeOf<Id<'Unit'>>().not.toExtend<Place['enterpriseId']>()
  expectTypeOf<Authority['leadsAs']>().toEqualTypeOf<ReadonlySet<Id<'Person'>>>()
})
