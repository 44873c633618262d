import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.ts';
import { UploadCard } from './upload-card.ts';
import { addFiles, uploads } from './uploads.ts';

/** Where statements are dropped or chosen, and how far each is. The whole window takes a drop. */
export function UploadArea() {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const dragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) addFiles(event.dataTransfer.files);
    };
    document.addEventListener('dragover', dragOver);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', dragOver);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);

  const chosen = () => {
    if (!input.current?.files) return;
    addFiles(input.current.files);
    input.current.value = '';
  };

  return html`
    <section class="drop-zone ${over ? 'over' : ''}" aria-label="Add statements">
      <${Icon} name="upload" />
      <p>
        <strong>Drop statements here</strong><br /><span class="small"
          >One credit a page; what cannot be read costs nothing</span
        >
      </p>
      <input ref=${input} id="choose" class="unseen" type="file" multiple onChange=${chosen} />
      <label for="choose" class="button">Choose files…</label>
    </section>
    ${
      uploads.value.length > 0 &&
      html`<section aria-label="Uploads">
        <ul class="cards">
          ${uploads.value.map((upload) => html`<${UploadCard} key=${upload.key} upload=${upload} />`)}
        </ul>
      </section>`
    }
  `;
}
