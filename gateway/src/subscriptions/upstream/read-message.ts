import { MessageType, validateMessage, type Message } from 'graphql-ws'
import { isJsonObject, type JsonObject } from '../../json/json.ts'
import { parseJson } from '../../json/parse-json.ts'
import { readErrors, UNREADABLE } from '../../subgraph/read-errors.ts'

/** Replaces a payload that the protocol does not allow by an error, so that it affects its own stream only. */
function soundPayload({ type, payload }: JsonObject): unknown {
  if (type === MessageType.Next) return isJsonObject(payload) ? payload : { data: null, errors: [UNREADABLE] }
  if (type !== MessageType.Error) return payload
  const errors = readErrors(payload)
  return errors.length > 0 ? errors : [UNREADABLE]
}

/** Reads a message from a subgraph's socket, which several streams share. Throws when it is not of the protocol. */
export function readMessage(text: string): Message {
  const message = parseJson(text)
  return validateMessage(isJsonObject(message) ? { ...message, payload: soundPayload(message) } : message)
}
