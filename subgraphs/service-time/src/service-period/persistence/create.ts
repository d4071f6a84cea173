import { servicePeriod } from '@kompetanse/schema/events/service-time'
import type { Id } from '@kompetanse/schema/ids'
import { bus, type Tx } from '../../database.ts'
import type { Details } from '../../statement/domain/details.ts'
import { contentOf, whole } from './content.ts'
import { addParts, detailColumns } from './details.ts'
import { periodMessage } from './message.ts'

/** Writes a new period of a trainee, stated by themselves, with its history and the message; returns its id. */
export async function createPeriod(
  tx: Tx,
  stated: Details,
  { traineeId, at }: { readonly traineeId: Id<'Person'>; readonly at: Date },
): Promise<Id<'ServicePeriod'>> {
  const data = { traineeId, ...detailColumns(stated) }
  const { id } = await tx.servicePeriod.create({ data, select: { id: true } })
  await addParts(tx, id, stated)
  const row = await tx.servicePeriod.findUniqueOrThrow({ where: { id }, include: whole })
  const registered = { command: 'REGISTER', status: 'REGISTERED', content: contentOf(row) } as const
  await tx.servicePeriodHistory.create({
    data: { periodId: id, at, byId: traineeId, ...registered },
    select: { id: true },
  })
  const cause = { command: 'REGISTER', byId: traineeId, onBehalfOfId: null, at } as const
  await bus.publishAll(tx, servicePeriod, [periodMessage(row, { status: 'REGISTERED' }, cause)])
  return id
}
