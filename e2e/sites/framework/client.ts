/** Brings a test page to life in the browser: what its messenger does when people write, read, edit and answer. */
import { usualRules } from '../editors/editor';
import { mountEditor } from '../editors/mount-editor';
import { connect } from './connection';
import { createEdits } from './edits';
import { takeFiles } from './files';
import { drawn, rewritten } from './mangle';
import { layOut } from './lay-out';
import { queryDeep, rename } from './rename';
import { Rows } from './rows';
import { startOf, words } from './words';
import type { Message, RowParts, Shown, SitePage, ToPage } from './site-page';
import type { TestPage } from './test-page';

type Hello = Extract<ToPage, { type: 'hello' }>;

export function run(page: SitePage): void {
  const server = connect(page.id, (hello) => {
    void live(page, hello);
  });

  async function live(at: SitePage, { pair, messages: known, draft }: Hello): Promise<void> {
    const skeleton = at.build(pair);
    layOut(skeleton);
    skeleton.main.style.visibility = 'hidden';
    let messages: readonly Shown[] = known.map((message) => ({ ...message, state: 'sent' }));
    let replyTo: string | null = null;
    let made = 0;
    const opened = new Set<string>();
    const shownBy = new WeakMap<RowParts, Shown>();
    const rows = new Rows(at, skeleton, makeRow, fill);
    const find = (id: string | null) => messages.find((message) => message.id === id);

    function show(next: readonly Shown[]): void {
      messages = at.deleted === 'goes' ? next.filter(({ deleted }) => !deleted) : next;
      rows.set(messages);
      const last = messages.at(-1);
      for (const preview of skeleton.previews ?? []) {
        preview.dataset['start'] = '';
        preview.textContent = last === undefined ? '' : startOf(saidBy(last));
      }
      if (at.title === 'message' && last !== undefined && last.from !== pair.me.id)
        document.title = `${pair.peer.name}: ${startOf(saidBy(last))}`;
    }

    /** A row shows one message after another, so what it does is done to the one that it shows by then. */
    function makeRow(): RowParts {
      const parts = skeleton.row();
      const on = (control: HTMLElement | undefined, act: (message: Shown) => void) =>
        control?.addEventListener('click', () => {
          const message = shownBy.get(parts);
          if (message !== undefined) act(message);
        });
      on(parts.seeMore, (message) => {
        opened.add(message.id);
        fill(parts, message);
      });
      on(parts.reply, ({ id }) => {
        replyTo = id;
      });
      on(parts.remove, ({ id }) => server.say({ type: 'delete', id }));
      on(parts.edit, (message) => void edits?.start(parts, message));
      return parts;
    }

    function fill(parts: RowParts, message: Shown): void {
      shownBy.set(parts, message);
      const own = message.from === pair.me.id;
      const { seeMore } = at.mangle;
      const isCut = seeMore !== undefined && message.text.length > seeMore.at && !opened.has(message.id);
      const text = isCut && !seeMore.tailInDom ? `${message.text.slice(0, seeMore.at)}…` : message.text;
      parts.text.replaceChildren(
        ...(message.deleted ? [words.deleted] : drawn(text, at.mangle)),
        ...(at.mangle.inside ?? []).flatMap((what) => words.inside(what, message)),
      );
      if (parts.seeMore) parts.seeMore.hidden = !isCut;
      const quoted = find(message.replyTo);
      if (parts.quote) {
        parts.quote.dataset['start'] = '';
        parts.quote.hidden = quoted === undefined;
        parts.quote.textContent = startOf(quoted?.text ?? '');
      }
      if (parts.attachment) fillAttachment(parts.attachment, message);
      for (const [tool, control] of Object.entries({ edit: parts.edit, remove: parts.remove })) {
        if (control === undefined) continue;
        control.hidden = !own || message.deleted;
        control.dataset['tool'] = `${tool} ${message.id}`;
      }
      parts.show?.(message, own);
    }

    function sendText(text: string, file: Message['file'] = null): void {
      const clientId = `${pair.me.id}-${Date.now()}-${(made += 1)}`;
      const message = {
        id: clientId,
        clientId,
        from: pair.me.id,
        text,
        time: Date.now(),
        edited: false,
        deleted: false,
        replyTo,
        file,
      };
      show([...messages, { ...message, state: 'pending' }]);
      rows.toEnd();
      server.say({ type: 'send', clientId, text, replyTo, file });
      replyTo = null;
    }

    function submit(): void {
      if (edits?.saveFromBox()) return;
      files?.sendWaiting();
      const text = rewritten(box.model(), at.mangle.rewrite);
      const most = at.limit?.characters ?? Infinity;
      if (text === '') return;
      if (text.length > most && (at.limit?.above === 'block' || at.limit?.above === 'file')) {
        document.body.dataset['tooLong'] = String(text.length);
        return;
      }
      box.clear();
      if (text.length > most && at.limit?.above === 'split')
        for (let start = 0; start < text.length; start += most) sendText(text.slice(start, start + most));
      else sendText(text.slice(0, most));
    }

    const rules = { ...usualRules, ...at.rules };
    const box = await mountEditor(at.editor, skeleton.place, {
      attributes: skeleton.box,
      placeholder: document.dir === 'rtl' ? 'كلمة' : 'Message',
      rules,
      onSend: submit,
      onChange: (text) => {
        server.say({ type: 'typing' });
        if (at.draft !== null) server.draft(text, at.draft);
      },
    });
    skeleton.send?.addEventListener('click', (event) => {
      event.preventDefault();
      submit();
    });
    for (const [kind, control] of Object.entries(skeleton.ways ?? {})) {
      control.dataset['way'] = kind;
      control.addEventListener('click', () => server.say({ type: 'way', kind }));
    }
    const edits =
      skeleton.edits &&
      createEdits({
        page: at,
        place: skeleton.edits,
        compose: box,
        rules,
        save: (id, text) => server.say({ type: 'edit', id, text }),
      });
    const files =
      skeleton.files &&
      takeFiles(skeleton.files, skeleton.place, (file) => {
        void server.upload(file).then((url) => {
          sendText('', { name: file.name, url, bytes: file.size });
          return undefined;
        });
      });

    server.onMessage((message) => {
      const mine = messages.some(({ clientId }) => clientId === message.clientId);
      if (mine && at.echo === 'replace') rows.drop(message.clientId);
      const confirmed: Shown = { ...message, state: 'sent' };
      show(
        mine
          ? messages.map((one) => (one.clientId === message.clientId ? confirmed : one))
          : [...messages, confirmed],
      );
    });
    show(messages);
    // Shown once it is whole, its draft in the box: an editor made with React takes text once it was drawn.
    await new Promise((isDrawn) => {
      requestAnimationFrame(() => requestAnimationFrame(isDrawn));
    });
    if (draft !== '') box.setText(draft);
    skeleton.main.style.visibility = '';
    const row = skeleton.row();
    const testPage: TestPage = {
      has: {
        quotes: row.quote !== undefined,
        previews: skeleton.previews !== undefined,
        ways: skeleton.ways !== undefined,
        edits: edits !== undefined && row.edit !== undefined,
        deletes: at.deleted !== undefined && row.remove !== undefined,
        files: files !== undefined && row.attachment !== undefined,
      },
      find: queryDeep,
      boxText: box.model,
      focusBox: box.focus,
      answerLast: () => {
        replyTo = messages.at(-1)?.id ?? null;
      },
      rename,
    };
    Object.assign(globalThis, { testPage });
    document.body.dataset['ready'] = 'yes';
  }
}

function fillAttachment(
  { element, link, name }: NonNullable<RowParts['attachment']>,
  { file }: Message,
): void {
  name.textContent = file?.name ?? '';
  link.href = file?.url ?? '';
  element.hidden = file === null;
}

const saidBy = ({ text, deleted }: Message): string => (deleted ? words.deleted : text);
