/** The JSON value that some bytes are the text of. */
export const parseBytes = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
