# heeldiary's completion for fish. Save it as ~/.config/fish/completions/heeldiary.fish
function __heeldiary_answer
    set -l words (commandline -opc)
    set -g __heeldiary_line (commandline -cp)
    set -g __heeldiary_lines (command heeldiary completion --answer fish -- \
        $words[2..-1] (commandline -ct) 2>/dev/null </dev/null)
end
function __heeldiary_has_words
    __heeldiary_answer
    test "$__heeldiary_lines[1]" = words
end
function __heeldiary_has_files
    test "$__heeldiary_line" = (commandline -cp | string collect); or __heeldiary_answer
    test "$__heeldiary_lines[1]" = files
end
complete -c heeldiary -e
complete -c heeldiary -F -n __heeldiary_has_files
complete -c heeldiary -f -k -n __heeldiary_has_words -a '(string join \n -- $__heeldiary_lines[2..-1])'
