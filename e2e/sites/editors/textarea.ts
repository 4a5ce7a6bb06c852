/** A textarea whose value is React's state: X, Google Messages, Reddit, Mattermost, Rocket.Chat. */
import { createElement, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { meaningOf, setAttributes, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) =>
  new Promise((mounted) => {
    let text = '';
    let show: (next: string) => void = () => undefined;
    const setText = (next: string) => {
      text = next;
      show(next);
      onChange(next);
    };
    const onMounted = (element: HTMLTextAreaElement | null) => {
      if (!element) return;
      setAttributes(element, attributes);
      mounted({
        element,
        model: () => text,
        setText,
        clear: () => setText(''),
        focus: () => element.focus(),
      });
    };
    const Box = () => {
      const [value, setValue] = useState('');
      show = setValue;
      return createElement('textarea', {
        ref: onMounted,
        value,
        placeholder,
        rows: 1,
        onChange: (event: ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value),
        onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
          const meaning = meaningOf(event.nativeEvent, rules);
          if (event.key !== 'Enter' || (meaning === 'break' && !event.ctrlKey)) return;
          event.preventDefault();
          if (meaning === 'send') onSend(text);
        },
      });
    };
    createRoot(parent).render(createElement(Box));
  });
