import type { Id } from '@kompetanse/schema/ids'
import { expectTypeOf, test } from 'vitest'
import type { Prisma, ServicePeriod } from '../generated/db/client.ts'
import type { LedgerLine } from '../ledger/domain/types.ts'
import type { ledgersOf } from '../ledger/use-cases/ledgers.ts'
import type { Situation } from '../service-period/domain/period.ts'
import type { periodCommands } from '../service-period/use-cases/commands.ts'
import type { registerPeriod } from '../service-period/use-cases/register.ts'

// Held by the compiler: what is said here of another id does not compile when it would be taken.

test('a row says of what its ids are, and a condition takes none of another kind', () => {
  expectTypeOf<ServicePeriod['id']>().toEqualTypeOf<Id<'ServicePeriod'>>()
  expectTypeOf<ServicePeriod['enterpriseId']>().toEqualTypeOf<Id<'Enterprise'> | null>()
  expectTypeOf<{ signerId: Id<'Person'> }>().toExtend<Prisma.ServicePeriodWhereInput>()
  expectTypeOf<{ signerId: Id<'Enterprise'> }>().not.toExtend<Prisma.ServicePeriodWhereInput>()
})

test('a command takes the id of a period, and of nothing else', () => {
  expectTypeOf<Parameters<typeof periodCommands.perform>[0]['id']>().toEqualTypeOf<Id<'ServicePeriod'>>()
  expectTypeOf<Id<'Person'>>().not.toExtend<Parameters<typeof periodCommands.perform>[0]['id']>()
  expectTypeOf<Id<'ServicePeriod'>>().not.toExtend<Parameters<typeof registerPeriod>[0]>()
})

test('a ledger is a trainee’s, and its lines are of periods and absences', () => {
  expectTypeOf<Id<'ServicePeriod'>[]>().not.toExtend<Parameters<typeof ledgersOf>[0]>()
  expectTypeOf<LedgerLine['periodId']>().toEqualTypeOf<Id<'ServicePeriod'>>()
  expectTypeOf<LedgerLine['absenceId']>().toEqualTypeOf<Id<'Absence'> | null>()
})

test('a decision knows its leaders by persons’ ids', () => {
  expectTypeOf<Situation['leaders']>().toEqualTypeOf<readonly Id<'Person'>[]>()
})
