import { commands } from '#lib/command/index.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const GroupFields = graphql(`
  fragment GroupFields on SupervisionGroup {
    id
    name
    trackCode
    requiredHours
    requirementSource
    closedOn
    version
    availableCommands
    mentor {
      id
      displayName
    }
    members(first: 50) {
      totalCount
      edges {
        node {
          id
          joinedOn
          leftOn
          running
          hours
          trainee {
            id
            displayName
          }
        }
      }
    }
    meetings(first: 100) {
      totalCount
      edges {
        node {
          id
          on
          hours
          topic
          present {
            id
            displayName
          }
        }
      }
    }
  }
`)

export type Group = ResultOf<typeof GroupFields>
export type Member = Group['members']['edges'][number]['node']
export type Meeting = Group['meetings']['edges'][number]['node']

export const GroupsQuery = graphql(`
  query SupervisionGroups {
    supervisionGroups(includeClosed: true, first: 50) {
      totalCount
      edges {
        node {
          id
          name
          trackCode
          requiredHours
          closedOn
          mentor {
            id
            displayName
          }
          members(first: 50) {
            totalCount
            edges {
              node {
                id
                hours
                trainee {
                  id
                }
              }
            }
          }
          meetings(first: 100) {
            totalCount
          }
        }
      }
    }
  }
`)

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
