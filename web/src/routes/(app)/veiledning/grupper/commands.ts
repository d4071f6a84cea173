import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { GroupFields } from './queries.ts'

const Create = graphql(
  `
    mutation CreateSupervisionGroup($input: CreateSupervisionGroupInput!) {
      createSupervisionGroup(input: $input) {
        __typename
        ... on CreateSupervisionGroupSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const AddMember = graphql(
  `
    mutation AddGroupMember($input: AddGroupMemberInput!) {
      addGroupMember(input: $input) {
        __typename
        ... on AddGroupMemberSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const RemoveMember = graphql(
  `
    mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {
      removeGroupMember(input: $input) {
        __typename
        ... on RemoveGroupMemberSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const RecordMeeting = graphql(
  `
    mutation RecordGroupMeeting($input: RecordGroupMeetingInput!) {
      recordGroupMeeting(input: $input) {
        __typename
        ... on RecordGroupMeetingSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const CorrectMeeting = graphql(
  `
    mutation CorrectGroupMeeting($input: CorrectGroupMeetingInput!) {
      correctGroupMeeting(input: $input) {
        __typename
        ... on CorrectGroupMeetingSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const Rename = graphql(
  `
    mutation RenameSupervisionGroup($input: RenameSupervisionGroupInput!) {
      renameSupervisionGroup(input: $input) {
        __typename
        ... on RenameSupervisionGroupSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

const Close = graphql(
  `
    mutation CloseSupervisionGroup($input: CloseSupervisionGroupInput!) {
      closeSupervisionGroup(input: $input) {
        __typename
        ... on CloseSupervisionGroupSuccess {
          group {
            ...GroupFields
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [GroupFields],
)

/** Each command that a group can be given. */
export const groupCommands = commands({
  create: Create,
  rename: Rename,
  close: Close,
  addMember: AddMember,
  removeMember: RemoveMember,
  recordMeeting: RecordMeeting,
  correctMeeting: CorrectMeeting,
})
