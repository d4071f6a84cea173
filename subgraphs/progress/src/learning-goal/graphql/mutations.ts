import { goalMutation } from './mutation.ts'

goalMutation({
  name: 'CompleteGoal',
  description: 'By the trainee (F053).',
  input: (t) => ({
    completedOn: t.field({
      type: 'Date',
      required: true,
      description: 'A calendar day in Oslo; DATE_IN_FUTURE of a later one than today.',
    }),
    comment: t.string({ description: 'Kept with the completion.' }),
  }),
  command: ({ completedOn, comment = null }) => ({ name: 'COMPLETE', completedOn, comment }),
})

goalMutation({
  name: 'ReopenGoal',
  description: 'By the trainee, from COMPLETED or REJECTED; back to IN_PROGRESS (F053).',
  command: () => ({ name: 'REOPEN' }),
})

goalMutation({
  name: 'SendGoalForApproval',
  description: 'By the trainee, from COMPLETED or REJECTED (F054).',
  input: (t) => ({
    approverId: t.idOf('Person', {
      required: true,
      description: 'One of approverChoices; APPROVER_NOT_ELIGIBLE of somebody else.',
    }),
  }),
  command: ({ approverId }) => ({ name: 'SEND_FOR_APPROVAL', approverId }),
})

goalMutation({
  name: 'RecallGoal',
  description: 'By the trainee, while it waits; back to COMPLETED (F055).',
  command: () => ({ name: 'RECALL' }),
})

export const ApproveGoal = goalMutation({
  name: 'ApproveGoal',
  description:
    'From WAITING or REJECTED; the first decision wins, the second gets StaleVersion (F096, F117).',
  input: (t) => ({ comment: t.string({ description: 'Kept with the decision.' }) }),
  command: ({ comment = null }) => ({ name: 'APPROVE', comment }),
})

export const RejectGoal = goalMutation({
  name: 'RejectGoal',
  description: 'From WAITING, with a comment (F116).',
  input: (t) => ({
    comment: t.string({ required: true, description: 'COMMENT_REQUIRED of an empty one.' }),
  }),
  command: ({ comment }) => ({ name: 'REJECT', comment }),
})

goalMutation({
  name: 'RevokeGoalApproval',
  description: 'By the leader; back to WAITING with whom it was sent to (F118).',
  input: (t) => ({ comment: t.string({ description: 'Kept in the history.' }) }),
  command: ({ comment = null }) => ({ name: 'REVOKE_APPROVAL', comment }),
})
