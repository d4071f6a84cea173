import { done, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { decideCreation } from '../domain/decide.ts'
import type { GroupRefusal } from '../domain/group.ts'
import { loadBeginning } from '../persistence/load.ts'
import { insertGroup } from '../persistence/save.ts'

export interface NewGroup {
  readonly name: string
  readonly trackCode: string
}

type CreateOutcome = Outcome<{ readonly id: Id<'SupervisionGroup'> }, GroupRefusal>

/** Who guides somebody begins a group of a track, and leads it. */
export const createGroup = (group: NewGroup, context: GraphContext): Promise<CreateOutcome> =>
  database.$transaction(async (tx): Promise<CreateOutcome> => {
    const beginning = await loadBeginning(tx, group.trackCode, context)
    const decision = decideCreation(group.name, beginning)
    if (decision.kind === 'refused') return decision
    return done(await insertGroup(tx, group, context))
  })
