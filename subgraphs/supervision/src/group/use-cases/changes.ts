/** What who leads a group does with it; each is one change of `changeGroup`. */
import { dateColumn, today as dayColumn } from '@kompetanse/directory/day'
import { isId } from '@kompetanse/graph'
import { refuseJoining, refuseLeaving, refuseName } from '../domain/group.ts'
import { eligibleTrainee } from '../persistence/visible-group.ts'
import type { Changed, Changing } from './change-group.ts'

export const rename = (name: string | null) => async (): Promise<Changed> => {
  const code = refuseName(name)
  return code ? { code } : { columns: { name: name ?? '' }, content: { name: name ?? '' } }
}

export const close =
  () =>
  async ({ today }: Changing): Promise<Changed> => ({
    columns: { closedOn: dateColumn(today) },
    content: { closedOn: today },
  })

export const addMember =
  (given: string, joinsOn: string) =>
  async ({ tx, row, group, context, today }: Changing): Promise<Changed> => {
    const traineeId = given.toLowerCase()
    const { actor, now } = context
    const where = { actor, day: dayColumn(now), enterpriseId: row.mentor.enterpriseId }
    const found =
      isId(traineeId) &&
      (await tx.person.findFirst({
        where: { id: traineeId, trackCode: row.trackCode, AND: eligibleTrainee(where) },
      }))
    const code = refuseJoining(group, { traineeId, joinsOn, eligible: !!found, today })
    if (code) return { code }
    await tx.groupMember.create({ data: { groupId: row.id, traineeId, joinedOn: dateColumn(joinsOn) } })
    return { content: { traineeId, joinsOn } }
  }

export const removeMember =
  (given: string, leavesOn: string) =>
  async ({ tx, row, group }: Changing): Promise<Changed> => {
    const traineeId = given.toLowerCase()
    const code = refuseLeaving(group, traineeId, leavesOn)
    if (code) return { code }
    await tx.groupMember.updateMany({
      where: { groupId: row.id, traineeId, leftOn: null },
      data: { leftOn: dateColumn(leavesOn) },
    })
    return { content: { traineeId, leavesOn } }
  }
