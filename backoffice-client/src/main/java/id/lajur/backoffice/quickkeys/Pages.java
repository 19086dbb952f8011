package id.lajur.backoffice.quickkeys;

import java.util.List;

/** All pages as the store has them, and what tells them from others. */
record Pages(List<Page> pages, String etag) {
  static final int MOST = 20;

  Pages {
    pages = List.copyOf(pages);
  }
}
