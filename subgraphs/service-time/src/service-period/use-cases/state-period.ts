import { osloDay } from '@kompetanse/directory/day'
import { isId, type GraphContext } from '@kompetanse/graph'
import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { bus, database, type Tx } from '../../database.ts'
import type { Details } from '../domain/details.ts'
import { contentOf, whole } from '../persistence/content.ts'
import { addParts, detailColumns, replaceDetails } from '../persistence/details.ts'
import { loadForCommand } from '../persistence/load.ts'
import { messageOf, saveChanges, type Change } from '../persistence/save.ts'
import { lockTrainee, othersOf, withEnterprise } from '../persistence/trainee.ts'
import { problemsOf, type Problem } from '../domain/problems.ts'
import { toDetails, type DetailsInput } from './details-input.ts'
import type { CommandOutcome } from './outcome.ts'
import { outcomeOf, type CommandRow } from './perform-commands.ts'

/** A trainee states a new period of their own (F131). Somebody else's training is not found. */
export async function registerPeriod(
  traineeId: string,
  input: DetailsInput,
  { actor, now }: GraphContext,
): Promise<CommandOutcome> {
  const own = actor.kind === 'person' && actor.trainee && actor.personId === traineeId.toLowerCase()
  if (!own) return { kind: 'not-found', id: traineeId }
  return database.$transaction(async (tx) => {
    const judged = await judge(tx, { traineeId: actor.personId, periodId: null }, input, now)
    if ('problems' in judged) return { kind: 'invalid', id: null, problems: judged.problems }
    const { id } = await tx.servicePeriod.create({
      data: { traineeId: actor.personId, ...detailColumns(judged.details) },
      select: { id: true },
    })
    await addParts(tx, id, judged.details)
    await noteRegistered(tx, id, now)
    return { kind: 'done', id, withdrewSignature: false }
  })
}

async function noteRegistered(tx: Tx, id: string, at: Date): Promise<void> {
  const row = await tx.servicePeriod.findUniqueOrThrow({ where: { id }, include: whole })
  const said = { command: 'REGISTER', status: 'REGISTERED', content: contentOf(row) } as const
  await tx.servicePeriodHistory.create({
    data: { periodId: id, at, byId: row.traineeId, ...said },
    select: { id: true },
  })
  const { key, payload } = messageOf(row, { status: 'REGISTERED' })
  await bus.publish(tx, servicePeriod, key, payload)
}

/** States a period anew; a request is withdrawn by it, and a signature loses its effect (F136). */
export function editPeriod(
  command: CommandRow,
  input: DetailsInput,
  context: GraphContext,
): Promise<CommandOutcome> {
  return database.$transaction(async (tx) => {
    const id = command.id.toLowerCase()
    const found = isId(id) ? await loadForCommand(tx, [id], context) : new Map<string, never>()
    const changes: Change[] = []
    const outcome = outcomeOf(command, found.get(id), () => ({ name: 'EDIT' }), changes)
    const [change] = changes
    if (!change) return outcome
    const { traineeId } = change.row
    const judged = await judge(tx, { traineeId, periodId: id }, input, context.now)
    if ('problems' in judged) return { kind: 'invalid', id, problems: judged.problems }
    await replaceDetails(tx, id, judged.details)
    const row = await tx.servicePeriod.findUniqueOrThrow({ where: { id }, include: whole })
    await saveChanges(tx, [{ ...change, row }])
    return outcome
  })
}

type Judged = { readonly details: Details } | { readonly problems: readonly Problem[] }

async function judge(
  tx: Tx,
  { traineeId, periodId }: { readonly traineeId: string; readonly periodId: string | null },
  input: DetailsInput,
  now: Date,
): Promise<Judged> {
  await lockTrainee(tx, traineeId)
  const given = toDetails(input)
  const unknown: Problem = { code: 'ENTERPRISE_UNKNOWN', part: 'PERIOD', index: null, day: null }
  if (given.enterpriseId !== null && !isId(given.enterpriseId)) return { problems: [unknown] }
  const details = await withEnterprise(tx, given)
  if (!details) return { problems: [unknown] }
  const problems = problemsOf(details, await othersOf(tx, traineeId, periodId), osloDay(now))
  return problems.length > 0 ? { problems } : { details }
}
