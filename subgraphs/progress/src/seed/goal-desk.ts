import { dateColumn } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../database.ts'
import { contentOfRow, loadContentRows, type ContentRow } from '../learning-goal/persistence/content.ts'
import { decideGoal } from '../learning-goal/domain/decide.ts'
import type { Goal, GoalCommand } from '../learning-goal/domain/goal.ts'
import { columnsOf } from '../learning-goal/persistence/goal-row.ts'
import { include, loadedOf } from '../learning-goal/persistence/load.ts'
import { saveChanges, type Change } from '../learning-goal/persistence/save.ts'
import { inTime, surroundingsOf, type Acting } from './surroundings.ts'

/** Gives one command to goals. Throws when one is refused: a demo that lies is worse than none. */
export type GiveGoals = (
  acting: Acting,
  ids: readonly Id<'LearningGoal'>[],
  command: (id: Id<'LearningGoal'>) => GoalCommand,
) => Promise<void>

type GoalRow = Change['row']

interface Desk {
  readonly row: GoalRow
  readonly content: ContentRow
  readonly planArchived: boolean
}

/** The same for a trainee's goals as `atActivityDesk` for activities: the portal's own decisions, saved together. */
export function atGoalDesk(
  traineeId: Id<'Person'>,
  ids: readonly Id<'LearningGoal'>[],
  work: (give: GiveGoals) => Promise<void>,
): Promise<void> {
  return database.$transaction(
    async (tx) => {
      const desks = await loadDesks(tx, ids)
      const around = await surroundingsOf(tx, traineeId)
      const changes: Change[] = []
      await work(async (acting, goalIds, command) => {
        const standing = await around.standing(acting)
        const choices = await around.approvers(acting.now)
        for (const id of goalIds) {
          const desk = desks.get(id)
          if (!desk) throw new Error('seeding a goal that is not at the desk')
          const { row, planArchived } = desk
          const around = { standing, choices, planArchived, content: contentOfRow(desk.content) }
          const loaded = loadedOf(row, around, acting)
          const decision = decideGoal(loaded.goal, command(id), loaded.situation)
          if (decision.kind === 'refused') throw new Error(`seeding a goal was refused: ${decision.code}`)
          changes.push({ ...loaded, ...decision })
          desks.set(id, deskAfter(desk, decision.next))
        }
      })
      await saveChanges(tx, inTime(changes))
    },
    { timeout: 60_000 },
  )
}

async function loadDesks(tx: Tx, ids: readonly Id<'LearningGoal'>[]): Promise<Map<Id<'LearningGoal'>, Desk>> {
  const contents = new Map((await loadContentRows(tx, ids)).map((content) => [content.id, content]))
  const rows = await tx.learningGoal.findMany({
    where: { id: { in: [...ids] } },
    include,
  })
  return new Map(
    rows.map(({ assignedPlan, ...row }) => {
      const content = contents.get(row.id) as ContentRow
      return [row.id, { row, content, planArchived: assignedPlan.status === 'ARCHIVED' }]
    }),
  )
}

/** The goal as it will read when this state is saved. */
function deskAfter({ row, content, planArchived }: Desk, next: Goal): Desk {
  const { completedOn: day, ...columns } = columnsOf(next)
  const completedOn = day === null ? null : dateColumn(day)
  const { completionComment } = columns
  return {
    row: { ...row, ...columns, completedOn, version: row.version + 1 },
    content: { ...content, completedOn, completionComment },
    planArchived,
  }
}
