/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it came. */
public record ReceivedMail(String subject, String from, String text, String html) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    static ReceivedMail of(MimeMessage message) throws MessagingException {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new ReceivedMail(
                    message.getSubject(),
                    message.getFrom()[0].toString(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasCode() {
        return SIX_DIGITS.matcher(text).find();
    }

    /** The code that the text shows. */
    public String code() {
        return codeIn(text);
    }

    /** The first link that the text shows. */
    public String link() {
        return firstIn(text, LINK);
    }

    /** The first six digits in a part of the mail. */
    public static String codeIn(String part) {
        return firstIn(part, SIX_DIGITS);
    }

    private static String firstIn(String part, Pattern pattern) {
        Matcher found = pattern.matcher(part);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in: " + part);
        }
        return found.group();
    }
}
