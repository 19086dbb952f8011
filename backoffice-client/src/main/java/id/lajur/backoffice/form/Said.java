package id.lajur.backoffice.form;

import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;

/** What a screen says of its last act: done, or the store's no and what to do. */
public final class Said {
  private Said() {}

  public static void in(MessageLine line, Progress progress, Texts texts, Formats formats) {
    if (progress.refused().isPresent()) {
      Refusals.say(line, progress.refused().get(), formats);
    } else if (progress.note().isPresent()) {
      var note = progress.note().get();
      line.say(
          texts.get(note.key(), note.values()), "", note.good() ? Tag.Tone.GOOD : Tag.Tone.DANGER);
    } else {
      line.say("", "", Tag.Tone.QUIET);
    }
  }
}
