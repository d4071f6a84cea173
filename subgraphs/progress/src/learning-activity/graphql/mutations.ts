import { activityById } from './activity-by-id.ts'
import { activityMutation } from './mutation.ts'

const performed = {
  description: 'The calendar day in Oslo on which it was done; DATE_IN_FUTURE of a later one than today.',
  required: true,
} as const

activityMutation({
  name: 'RegisterLearningActivity',
  description: 'Completes a self-registered one; the others become REGISTERED. By the trainee (F005, F006).',
  input: (t) => ({
    performedOn: t.field({ ...performed, type: 'Date' }),
    comment: t.string({ description: 'What was done, in the trainee’s words; the signer reads it.' }),
  }),
  command: ({ performedOn, comment = null }) => ({ name: 'REGISTER', performedOn, comment }),
})

activityMutation({
  name: 'SendActivityForSigning',
  description: 'By the trainee, from REGISTERED or REJECTED (F006, F062).',
  input: (t) => ({
    signerId: t.idOf('Person', {
      required: true,
      description: 'One of signerChoices; SIGNER_NOT_ELIGIBLE of somebody else.',
    }),
    comment: t.string({
      description: 'In place of what was written when it was registered; left out, that stays.',
    }),
  }),
  command: ({ signerId, comment = null }) => ({ name: 'SEND_FOR_SIGNING', signerId, comment }),
})

activityMutation({
  name: 'RecallActivity',
  description: 'By the trainee, while it waits; back to REGISTERED (F063).',
  command: () => ({ name: 'RECALL' }),
})

export const SignActivity = activityMutation({
  name: 'SignActivity',
  description: 'From WAITING or REJECTED, by whom it was sent to or who stands in for them (F110, F112).',
  input: (t) => ({ comment: t.string({ description: 'Kept with the signature (F065).' }) }),
  command: ({ comment = null }) => ({ name: 'SIGN', comment }),
})

export const RejectActivity = activityMutation({
  name: 'RejectActivity',
  description: 'From WAITING, with a comment (F111).',
  input: (t) => ({
    comment: t.string({ required: true, description: 'COMMENT_REQUIRED of an empty one.' }),
  }),
  command: ({ comment }) => ({ name: 'REJECT', comment }),
})

activityMutation({
  name: 'WithdrawSignature',
  description: 'By the signer; back to WAITING (F113).',
  input: (t) => ({ comment: t.string({ description: 'Kept in the history.' }) }),
  command: ({ comment = null }) => ({ name: 'WITHDRAW_SIGNATURE', comment }),
})

activityMutation({
  name: 'MarkActivityFulfilled',
  description: 'By the leader for the trainee; who did it is kept (F069).',
  input: (t) => ({
    performedOn: t.field({ ...performed, type: 'Date' }),
    comment: t.string({ description: 'Kept with the fulfilment.' }),
  }),
  command: ({ performedOn, comment = null }) => ({ name: 'MARK_FULFILLED', performedOn, comment }),
})

activityMutation({
  name: 'StartELearning',
  description: 'Notes that the trainee opened the course; registering it completes it (F008).',
  command: () => ({ name: 'START_E_LEARNING' }),
  success: (t) => ({
    activity: activityById(t),
    launchUrl: t.field({
      type: 'URL',
      description: 'Where the course is taken.',
      resolve: ({ row }) => row.definition.launchUrl ?? '',
    }),
  }),
})
