import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { ConversationFields, ConversationRefusal } from './queries.ts'

const Invite = graphql(
  `
    mutation InviteToConversation($input: InviteToConversationInput!) {
      inviteToConversation(input: $input) {
        __typename
        ... on InviteToConversationSuccess {
          conversation {
            ...ConversationFields
          }
          conversations {
            id
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [ConversationFields],
)

const RecordHeld = graphql(
  `
    mutation RecordHeldConversation($input: RecordHeldConversationInput!) {
      recordHeldConversation(input: $input) {
        __typename
        ... on RecordHeldConversationSuccess {
          conversation {
            ...ConversationFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [ConversationFields],
)

const SharePreparation = graphql(
  `
    mutation SharePreparation($input: SharePreparationInput!) {
      sharePreparation(input: $input) {
        __typename
        ... on SharePreparationSuccess {
          conversation {
            id
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationRefusal],
)

const Accept = graphql(
  `
    mutation AcceptConversationInvitation($input: AcceptConversationInvitationInput!) {
      acceptConversationInvitation(input: $input) {
        __typename
        ... on AcceptConversationInvitationSuccess {
          conversations {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const Decline = graphql(
  `
    mutation DeclineConversationInvitation($input: DeclineConversationInvitationInput!) {
      declineConversationInvitation(input: $input) {
        __typename
        ... on DeclineConversationInvitationSuccess {
          conversations {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const Reschedule = graphql(
  `
    mutation RescheduleConversation($input: RescheduleConversationInput!) {
      rescheduleConversation(input: $input) {
        __typename
        ... on RescheduleConversationSuccess {
          conversation {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const EditAgenda = graphql(
  `
    mutation EditConversationAgenda($input: EditConversationAgendaInput!) {
      editConversationAgenda(input: $input) {
        __typename
        ... on EditConversationAgendaSuccess {
          conversation {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const AssessGoals = graphql(
  `
    mutation AssessConversationGoals($input: AssessConversationGoalsInput!) {
      assessConversationGoals(input: $input) {
        __typename
        ... on AssessConversationGoalsSuccess {
          conversation {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const Finalise = graphql(
  `
    mutation FinaliseConversation($input: FinaliseConversationInput!) {
      finaliseConversation(input: $input) {
        __typename
        ... on FinaliseConversationSuccess {
          conversation {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

const Cancel = graphql(
  `
    mutation CancelConversation($input: CancelConversationInput!) {
      cancelConversation(input: $input) {
        __typename
        ... on CancelConversationSuccess {
          conversations {
            ...ConversationFields
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationFields, ConversationRefusal],
)

/** The text itself does not come back: the browser has it, and what the other wrote comes with the stream. */
const WriteText = graphql(
  `
    mutation WriteConversationText($input: WriteConversationTextInput!) {
      writeConversationText(input: $input) {
        __typename
        ... on WriteConversationTextSuccess {
          text {
            part
            sequence
          }
        }
        ...ConversationRefusal
      }
    }
  `,
  [ConversationRefusal],
)

/** Each command that a conversation can be given. */
export const conversationCommands = commands({
  invite: Invite,
  recordHeld: RecordHeld,
  accept: Accept,
  decline: Decline,
  reschedule: Reschedule,
  editAgenda: EditAgenda,
  assessGoals: AssessGoals,
  finalise: Finalise,
  cancel: Cancel,
  write: WriteText,
  sharePreparation: SharePreparation,
})
