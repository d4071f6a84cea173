import type { GoalCommand } from '../domain/goal.ts'
import type { Loaded } from '../persistence/load.ts'

/** Sends to this person if the person is among the approver choices of today, in the role of the choice (F054). */
export const sendTo =
  (approverId: string) =>
  ({ choices }: Loaded): GoalCommand => {
    const choice = choices.find(({ person }) => person.id === approverId)
    const approver = choice ? { personId: approverId, role: choice.role } : null
    return { name: 'SEND_FOR_APPROVAL', approver }
  }
