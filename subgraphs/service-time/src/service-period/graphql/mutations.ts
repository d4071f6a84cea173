import { NotFound } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { detailsOf, ServicePeriodDetails } from '../../statement/graphql/details-input.ts'
import { registerPeriod } from '../use-cases/register.ts'
import { periodMutation, withdrewSignature } from './mutation.ts'
import { periodById } from './period-by-id.ts'
import { ServicePeriodRefused } from './refusals.ts'

const statement = {
  type: ServicePeriodDetails,
  required: true,
  description: 'PERIOD_INVALID of what cannot be kept, with all that is wrong.',
} as const

mutation({
  name: 'RegisterServicePeriod',
  description: 'By the trainee, of their own service (F131, F139).',
  input: (t) => ({
    traineeId: t.idOf('Person', { required: true, description: 'The actor; NotFound of anybody else.' }),
    details: t.field(statement),
  }),
  refusals: [ServicePeriodRefused, NotFound],
  perform: ({ traineeId, details }, context) => registerPeriod(traineeId, detailsOf(details), context),
  success: (t) => ({ servicePeriod: periodById(t) }),
})

periodMutation({
  name: 'EditServicePeriod',
  description:
    'By the trainee, in every state; back to REGISTERED. Withdraws an open request and takes the effect of a signature away (F131, F136, F137).',
  input: (t) => ({ details: t.field(statement) }),
  command: ({ details }) => ({ name: 'EDIT', details: detailsOf(details) }),
  success: (t) => ({ servicePeriod: periodById(t), withdrewSignature: withdrewSignature(t) }),
})

periodMutation({
  name: 'RemoveServicePeriod',
  description:
    'By the trainee, in every state. Withdraws an open request and takes the effect of a signature away. Its history is kept (F136).',
  command: () => ({ name: 'REMOVE' }),
  success: (t) => ({ servicePeriodId: t.exposeID('id'), withdrewSignature: withdrewSignature(t) }),
})

periodMutation({
  name: 'SendServicePeriodForSigning',
  description:
    'By the trainee, once it is over, from REGISTERED or REJECTED, to a leader of today. What waits may be sent to another one (F132, F133, F137).',
  input: (t) => ({
    signerId: t.idOf('Person', {
      required: true,
      description:
        'One of serviceTimeSigners; SIGNER_NOT_ELIGIBLE of somebody else, OWN_PERIOD of the trainee.',
    }),
  }),
  command: ({ signerId }) => ({ name: 'SEND_FOR_SIGNING', signerId }),
})

export const SignServicePeriod = periodMutation({
  name: 'SignServicePeriod',
  description:
    'From WAITING, by whom it was sent to or who stands in for them. Stands: nobody but the trainee’s own change of the period takes its effect away (F133, F134, F141).',
  input: (t) => ({ comment: t.string({ description: 'Kept with the signature.' }) }),
  command: ({ comment = null }) => ({ name: 'SIGN', comment }),
})

export const RejectServicePeriod = periodMutation({
  name: 'RejectServicePeriod',
  description: 'From WAITING, by whom it was sent to or who stands in for them, with a comment (F140, F141).',
  input: (t) => ({
    comment: t.string({ required: true, description: 'COMMENT_REQUIRED of an empty one.' }),
  }),
  command: ({ comment }) => ({ name: 'REJECT', comment }),
})
