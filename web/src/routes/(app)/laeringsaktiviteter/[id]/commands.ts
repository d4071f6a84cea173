import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { Definition } from './queries.ts'

const AddActivity = graphql(
  `
    mutation AddLearningActivityDefinition($input: AddLearningActivityDefinitionInput!) {
      addLearningActivityDefinition(input: $input) {
        __typename
        ... on AddLearningActivityDefinitionSuccess {
          activity {
            ...Definition
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Definition],
)

const EditActivity = graphql(
  `
    mutation EditLearningActivityDefinition($input: EditLearningActivityDefinitionInput!) {
      editLearningActivityDefinition(input: $input) {
        __typename
        ... on EditLearningActivityDefinitionSuccess {
          activity {
            ...Definition
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Definition],
)

const RetireActivity = graphql(`
  mutation RetireLearningActivityDefinition($input: RetireLearningActivityDefinitionInput!) {
    retireLearningActivityDefinition(input: $input) {
      __typename
      ... on RetireLearningActivityDefinitionSuccess {
        activity {
          id
          version
          availableCommands
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const ProposeActivityEdit = graphql(`
  mutation ProposeActivityEdit($input: ProposeActivityEditInput!) {
    proposeActivityEdit(input: $input) {
      __typename
      ... on ProposeActivityEditSuccess {
        proposal {
          id
          status
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

const ProposeActivityRetirement = graphql(`
  mutation ProposeActivityRetirement($input: ProposeActivityRetirementInput!) {
    proposeActivityRetirement(input: $input) {
      __typename
      ... on ProposeActivityRetirementSuccess {
        proposal {
          id
          status
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`)

/** Each command on the activities that goals are reached by. */
export const definitionCommands = commands({
  add: AddActivity,
  edit: EditActivity,
  retire: RetireActivity,
  proposeEdit: ProposeActivityEdit,
  proposeRetirement: ProposeActivityRetirement,
})
