/** The WebSocket to the server, which comes back by itself when the server goes away. */
import type { FromClient, FromServer } from '../protocol';

export class Connection {
  readonly #user: string;
  readonly #receive: (message: FromServer) => void;
  #socket: WebSocket | undefined;

  constructor(user: string, receive: (message: FromServer) => void) {
    this.#user = user;
    this.#receive = receive;
    this.#open();
  }

  send(message: FromClient): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #open(): void {
    this.#socket = new WebSocket(`ws://${location.host}/?user=${encodeURIComponent(this.#user)}`);
    this.#socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as FromServer);
    });
    this.#socket.addEventListener('close', () => setTimeout(() => this.#open(), 500));
  }
}
