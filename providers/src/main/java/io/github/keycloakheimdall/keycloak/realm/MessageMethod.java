/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.theme.beans.MessageFormatterMethod;

/**
 * A template's {@code msg(key, ...)}. Keycloak's own takes no numbers before 26.5, where a message chooses its words by
 * one.
 */
final class MessageMethod implements TemplateMethodModelEx {

    private final MessageFormatterMethod keycloaks;

    MessageMethod(Locale locale, Properties messages) {
        this.keycloaks = new MessageFormatterMethod(locale, messages);
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        List<Object> plain = new ArrayList<>();
        for (Object argument : arguments) {
            plain.add(argument instanceof TemplateNumberModel number ? number.getAsNumber() : argument);
        }
        return keycloaks.exec(plain);
    }
}
