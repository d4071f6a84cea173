import { MessageType, validateMessage, type Message } from 'graphql-ws'
import { isJsonObject, type JsonObject } from '../../json/json.ts'
import { parseJson } from '../../json/parse-json.ts'
import { readErrors, UNREADABLE } from '../../subgraph/read-errors.ts'

/** An event or errors as the protocol has them: what is none takes the part of its own stream only. */
function soundPayload({ type, payload }: JsonObject): unknown {
  if (type === MessageType.Next) return isJsonObject(payload) ? payload : { data: null, errors: [UNREADABLE] }
  if (type !== MessageType.Error) return payload
  const errors = readErrors(payload)
  return errors.length > 0 ? errors : [UNREADABLE]
}

/** What a subgraph said on its socket, which others share. Throws for what is no message of anybody's. */
export function readMessage(text: string): Message {
  const said = parseJson(text)
  return validateMessage(isJsonObject(said) ? { ...said, payload: soundPayload(said) } : said)
}
