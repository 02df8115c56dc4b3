/** What a service sends by itself, as JSON: an update of data, or a message of its own kind. */
export interface ServerMessage {
  readonly type: "data" | "message";
  readonly json: string;
}

/**
 * The way to the services of an app. A host implements it over what it has: requests, a socket, a worker, or services in the same process.
 */
export interface ServerConnection {
  /** Sends an event, which is JSON, to the services. Nobody waits for it; what it throws or rejects with is reported. */
  send(event: string): unknown;
  /**
   * Calls a function of a service by its name. `parameters` is a JSON list; what it gives is the result as JSON. A rejection is told to the guest with
   * the text of its error.
   */
  call(method: string, parameters: string, signal: AbortSignal): Promise<string>;
  /** Hears what services send by themselves. What it gives ends that. Absent where they cannot. */
  listen?(receive: (message: ServerMessage) => void): () => void;
}
