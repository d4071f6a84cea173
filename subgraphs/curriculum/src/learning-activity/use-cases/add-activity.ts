import { randomUUID } from 'node:crypto'
import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { brandId, type Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import { database } from '../../database.ts'
import type { ActivityDefinition } from '../../generated/db/client.ts'
import { appendChange } from '../../history/persistence/append.ts'
import { missingGoal } from '../../learning-goal/persistence/missing.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideAdd, decideOwner } from '../domain/decide.ts'
import type { Wording } from '../domain/wording.ts'
import { insertActivity } from '../persistence/save.ts'

export interface NewActivity extends Wording {
  readonly kind: ActivityDefinition['kind']
}

/** To which goals, and for which region, if one is named. */
export interface AddedTo {
  readonly goalIds: readonly Id<'GoalDefinition'>[]
  readonly regionCode: RegionCode | null
}

type Added = Outcome<{ readonly id: Id<'ActivityDefinition'> }, CurriculumRefusal>

/** Adds an activity to goals; an event goes out for every plan that holds one of them. */
export async function addActivity(
  content: NewActivity,
  { goalIds, regionCode }: AddedTo,
  context: GraphContext,
): Promise<Added> {
  const { actor } = context
  const goalDefinitionIds = [...new Set(goalIds)]
  const decision = decideAdd(actor, content, goalDefinitionIds.length)
  if (decision.kind === 'refused') return decision
  const owner = decideOwner(actor, regionCode)
  if (owner.kind === 'refused') return owner
  const { origin, ownerRegion } = owner
  return database.$transaction(async (tx): Promise<Added> => {
    const missing = await missingGoal(tx, goalDefinitionIds)
    if (missing !== undefined) return notFound(missing)
    const id = brandId<'ActivityDefinition'>(randomUUID())
    await insertActivity(tx, { id, ...content, origin, ownerRegion }, goalDefinitionIds)
    const given = { ...content, goalDefinitionIds }
    await appendChange(tx, { subject: id, command: 'ADD', content: given }, context)
    return done({ id })
  })
}
